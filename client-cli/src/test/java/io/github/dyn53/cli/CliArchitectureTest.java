package io.github.dyn53.cli;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import io.github.dyn53.ArchitectureContract;
import io.github.dyn53.cli.process.OwnSecrets;
import org.junit.jupiter.api.Test;

/** Holds the companion to the table of docs/architecture.md. */
class CliArchitectureTest extends ArchitectureContract {

  CliArchitectureTest() {
    super("client-cli", BASE + "cli");
  }

  @Test
  void noProgramIsStartedWithOurSecrets() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(OwnSecrets.class)
        .should()
        .callCodeUnitWhere(target(owner(type(ProcessBuilder.class))).and(target(name("<init>"))))
        .orShould()
        .callCodeUnitWhere(target(owner(type(Runtime.class))).and(target(name("exec"))))
        .check(moduleClasses());
  }
}
