package io.github.dyn53;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
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
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds one module to its rows of the table of docs/architecture.md. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ArchitectureContract {

  protected static final String BASE = "io.github.dyn53.";

  private static final Set<String> EVERYWHERE =
      Set.of("io.github.dyn53", "java", "javax", "org.w3c.dom", "org.xml.sax", "org.jspecify");

  private final String module;
  private final JavaClasses classes;

  /**
   * Reads the classes of a module.
   *
   * @param module as the table calls it
   * @param root the package above all of the module's classes
   */
  protected ArchitectureContract(String module, String root) {
    this.module = module;
    this.classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(root);
  }

  /** The module's classes, for rules of its own. */
  protected final JavaClasses moduleClasses() {
    return classes;
  }

  final Stream<Row> rows() {
    return ArchitectureTable.rows(module).stream();
  }

  @ParameterizedTest
  @MethodSource("rows")
  void packageUsesNothingFromOutsideButWhatItsRowNames(Row row) {
    String[] allowed =
        Stream.concat(EVERYWHERE.stream(), row.outside().stream())
            .map(name -> name + "..")
            .toArray(String[]::new);

    classes()
        .that()
        .resideInAPackage(BASE + row.name())
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(allowed)
        .check(classes);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void packageUsesWhatItsRowNames(Row row) {
    assertThat(usedBy(row.name())).isEqualTo(row.uses());
  }

  @Test
  void tableNamesEveryPackage() {
    Set<String> packages =
        classes.stream().map(type -> simple(type.getPackageName())).collect(toSet());

    assertThat(rows().map(Row::name)).containsExactlyInAnyOrderElementsOf(packages);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching(BASE + "(**)").should().beFreeOfCycles().check(classes);
  }

  private Set<String> usedBy(String name) {
    return classes.stream()
        .filter(user -> user.getPackageName().equals(BASE + name))
        .flatMap(user -> user.getDirectDependenciesFromSelf().stream())
        .map(Dependency::getTargetClass)
        .map(JavaClass::getPackageName)
        .filter(used -> used.startsWith(BASE) && !used.equals(BASE + name))
        .map(ArchitectureContract::simple)
        .collect(toSet());
  }

  private static String simple(String packageName) {
    return packageName.substring(BASE.length());
  }
}
