package io.github.dyn53.functions;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.github.dyn53.ArchitectureContract;
import org.junit.jupiter.api.Test;

/** Holds the functions to the table of docs/architecture.md. */
class FunctionsArchitectureTest extends ArchitectureContract {

  private static final String ROOT = BASE + "functions";

  FunctionsArchitectureTest() {
    super("functions", ROOT);
  }

  @Test
  void onlyTheRootReadsTheEnvironment() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .callMethodWhere(target(owner(type(System.class))).and(target(name("getenv"))))
        .check(moduleClasses());
  }

  @Test
  void nothingUsesThePortsInMemory() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage(BASE + "memory..")
        .check(moduleClasses());
  }

  @Test
  void theWayOfAnUpdateNeedsNoReflectionToReadJson() {
    noClasses()
        .that()
        .resideInAnyPackage(ROOT + ".http", ROOT + ".dynamodb", ROOT + ".route53")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "java.lang.reflect..", "com.fasterxml.jackson.databind..", "com.fasterxml.jackson.jr..")
        .check(moduleClasses());
  }
}
