package io.github.dyn53.functions.template;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.domain.JavaConstructor;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaStaticInitializer;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which code an entry point can reach, worked out from compiled classes. A call through a type goes
 * to every class under it that is made somewhere on the way; the body of a lambda counts as run
 * where it is written.
 */
final class CallGraph {

  private final JavaClasses classes;

  CallGraph(JavaClasses classes) {
    this.classes = classes;
  }

  /** Every call to code outside the given classes that something reachable makes. */
  Set<CodeUnitAccessTarget> callsLeaving(Class<?> entryPoint) {
    return reachableFrom(classes.get(entryPoint)).stream()
        .flatMap(CallGraph::targets)
        .filter(target -> !isOurs(target.getOwner()))
        .collect(Collectors.toSet());
  }

  private Set<JavaCodeUnit> reachableFrom(JavaClass entryPoint) {
    var reached = new HashSet<JavaCodeUnit>(entryPoint.getCodeUnits());
    boolean grown = true;
    while (grown) {
      grown = reached.addAll(oneStepFurther(reached));
    }
    return reached;
  }

  private Set<JavaCodeUnit> oneStepFurther(Set<JavaCodeUnit> reached) {
    Set<JavaClass> made =
        reached.stream()
            .filter(JavaConstructor.class::isInstance)
            .map(JavaCodeUnit::getOwner)
            .collect(Collectors.toSet());
    Set<CodeUnitAccessTarget> targets =
        reached.stream().flatMap(CallGraph::targets).collect(Collectors.toSet());
    return Stream.of(
            targets.stream().flatMap(target -> implementations(target, made)),
            reached.stream().flatMap(this::initializers),
            made.stream().flatMap(this::callbacks))
        .flatMap(step -> step)
        .collect(Collectors.toSet());
  }

  private static Stream<CodeUnitAccessTarget> targets(JavaCodeUnit unit) {
    return unit.getAccessesFromSelf().stream()
        .filter(JavaCodeUnitAccess.class::isInstance)
        .map(access -> (CodeUnitAccessTarget) access.getTarget());
  }

  private Stream<JavaCodeUnit> implementations(CodeUnitAccessTarget target, Set<JavaClass> made) {
    var below =
        made.stream()
            .filter(candidate -> candidate.isAssignableTo(target.getOwner().getFullName()));
    return Stream.concat(Stream.of(target.getOwner()), below)
        .flatMap(type -> Stream.concat(Stream.of(type), above(type)))
        .filter(this::isOurs)
        .flatMap(type -> type.getCodeUnits().stream())
        .filter(unit -> unit.getName().equals(target.getName()))
        .filter(unit -> unit.getRawParameterTypes().equals(target.getRawParameterTypes()));
  }

  private Stream<JavaStaticInitializer> initializers(JavaCodeUnit unit) {
    return Stream.concat(
            Stream.of(unit.getOwner()),
            unit.getAccessesFromSelf().stream().map(JavaAccess::getTargetOwner))
        .filter(this::isOurs)
        .flatMap(type -> type.getStaticInitializer().stream());
  }

  /**
   * What foreign code may call on an object it is handed: methods of the foreign types above it.
   */
  private Stream<JavaMethod> callbacks(JavaClass made) {
    Set<String> foreign =
        above(made)
            .filter(type -> !isOurs(type))
            .flatMap(type -> Arrays.stream(type.reflect().getMethods()))
            .map(Method::getName)
            .collect(Collectors.toSet());
    return made.getMethods().stream().filter(method -> foreign.contains(method.getName()));
  }

  private static Stream<JavaClass> above(JavaClass type) {
    return Stream.concat(
        type.getAllRawSuperclasses().stream(), type.getAllRawInterfaces().stream());
  }

  private boolean isOurs(JavaClass type) {
    return classes.contain(type.getFullName());
  }
}
