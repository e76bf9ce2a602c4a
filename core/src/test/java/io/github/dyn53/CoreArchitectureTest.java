package io.github.dyn53;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import org.junit.jupiter.api.Test;

/** Holds core to the table of docs/architecture.md. */
class CoreArchitectureTest extends ArchitectureContract {

  CoreArchitectureTest() {
    super("core", "io.github.dyn53");
  }

  @Test
  void nothingReadsTheEnvironmentOrTheClock() {
    noClasses()
        .should()
        .callMethodWhere(
            target(owner(type(System.class)))
                .and(target(nameMatching("getenv|getProperty|currentTimeMillis|nanoTime"))))
        .orShould()
        .callMethodWhere(
            target(owner(resideInAPackage("java.time"))).and(target(nameMatching("now|system.*"))))
        .check(moduleClasses());
  }

  @Test
  void nothingUsesTheNetwork() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("java.net..")
        .check(moduleClasses());
  }
}
