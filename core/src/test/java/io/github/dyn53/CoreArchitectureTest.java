package io.github.dyn53;

import static com.tngtech.archunit.core.domain.JavaCall.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.github.dyn53.ArchitectureTable.Row;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds core to the table of docs/architecture.md. */
class CoreArchitectureTest {

  private static final String BASE = "io.github.dyn53.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.github.dyn53");

  static Stream<Row> rows() {
    return ArchitectureTable.rows("core").stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void packageUsesNothingFromOutsideButTheJdkAndJspecify(Row row) {
    String[] allowed =
        Stream.of(Stream.of(BASE, "java.", "org.jspecify."), row.outside().stream())
            .flatMap(names -> names)
            .map(name -> name.endsWith(".") ? name + "." : name + "..")
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
        CLASSES.stream().map(JavaClass::getPackageName).map(name -> simple(name)).collect(toSet());

    assertThat(rows().map(Row::name)).containsExactlyInAnyOrderElementsOf(packages);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(BASE + "(*)..").should().beFreeOfCycles().check(CLASSES);
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
        .check(CLASSES);
  }

  @Test
  void nothingUsesTheNetwork() {
    noClasses().should().dependOnClassesThat().resideInAPackage("java.net..").check(CLASSES);
  }

  private static Set<String> usedBy(String name) {
    return CLASSES.stream()
        .filter(user -> user.getPackageName().equals(BASE + name))
        .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
        .map(Dependency::getTargetClass)
        .map(JavaClass::getPackageName)
        .filter(used -> used.startsWith(BASE) && !used.equals(BASE + name))
        .map(CoreArchitectureTest::simple)
        .collect(toSet());
  }

  private static String simple(String packageName) {
    return packageName.substring(BASE.length());
  }
}
