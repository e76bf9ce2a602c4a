package io.github.dyn53.emulator;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
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

/** Holds the emulator to the table of docs/architecture.md. */
class EmulatorArchitectureTest {

  private static final String BASE = "io.github.dyn53.";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(BASE + "emulator");

  static Stream<Row> rows() {
    return ArchitectureTable.rows("emulator").stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void packageUsesNothingFromOutsideButWhatItsRowNames(Row row) {
    String[] allowed =
        Stream.concat(
                Stream.of(
                    "io.github.dyn53",
                    "java",
                    "javax",
                    "org.w3c.dom",
                    "org.xml.sax",
                    "org.jspecify"),
                row.outside().stream())
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
        CLASSES.stream()
            .map(JavaClass::getPackageName)
            .map(EmulatorArchitectureTest::simple)
            .collect(toSet());

    assertThat(rows().map(Row::name)).containsExactlyInAnyOrderElementsOf(packages);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(BASE + "(emulator.*)..").should().beFreeOfCycles().check(CLASSES);
  }

  private static Set<String> usedBy(String name) {
    return CLASSES.stream()
        .filter(user -> user.getPackageName().equals(BASE + name))
        .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
        .map(Dependency::getTargetClass)
        .map(JavaClass::getPackageName)
        .filter(used -> used.startsWith(BASE) && !used.equals(BASE + name))
        .map(EmulatorArchitectureTest::simple)
        .collect(toSet());
  }

  private static String simple(String packageName) {
    return packageName.substring(BASE.length());
  }
}
