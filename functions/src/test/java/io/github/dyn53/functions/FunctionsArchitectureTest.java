package io.github.dyn53.functions;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.dyn53.ArchitectureTable;
import io.github.dyn53.ArchitectureTable.Row;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the functions to the table of docs/architecture.md. */
class FunctionsArchitectureTest {

  private static final String BASE = "io.github.dyn53.";
  private static final String ROOT = BASE + "functions";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  static Stream<Row> rows() {
    return ArchitectureTable.rows("functions").stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void packageUsesFromOutsideWhatItsRowNames(Row row) {
    String[] allowed =
        Stream.of(Stream.of("io.github.dyn53", "java", "org.jspecify"), row.outside().stream())
            .flatMap(names -> names)
            .map(name -> name + "..")
            .toArray(String[]::new);

    classes()
        .that()
        .resideInAPackage(BASE + row.name())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(CLASSES);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void packageUsesWhatItsRowNames(Row row) {
    assertThat(usedBy(row.name())).isEqualTo(row.uses());
  }

  @Test
  void tableNamesEveryPackage() {
    Set<String> packages =
        CLASSES.stream().map(c -> c.getPackageName().substring(BASE.length())).collect(toSet());

    assertThat(rows().map(Row::name)).containsExactlyInAnyOrderElementsOf(packages);
  }

  @Test
  void onlyTheRootReadsTheEnvironment() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT)
        .should()
        .callMethodWhere(target(owner(type(System.class))).and(target(name("getenv"))))
        .check(CLASSES);
  }

  @Test
  void nothingUsesThePortsInMemory() {
    noClasses().should().dependOnClassesThat().resideInAPackage(BASE + "memory..").check(CLASSES);
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
        .check(CLASSES);
  }

  private static Set<String> usedBy(String name) {
    return CLASSES.stream()
        .filter(user -> user.getPackageName().equals(BASE + name))
        .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
        .map(Dependency::getTargetClass)
        .map(JavaClass::getPackageName)
        .filter(used -> used.startsWith(BASE) && !used.equals(BASE + name))
        .map(used -> used.substring(BASE.length()))
        .collect(toSet());
  }
}
