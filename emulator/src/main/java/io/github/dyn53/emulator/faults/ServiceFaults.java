package io.github.dyn53.emulator.faults;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/**
 * Decides which calls of a service go wrong, and how. For use by several threads.
 *
 * @param <E> the errors of the service
 */
public final class ServiceFaults<E extends Enum<E>> {

  /** The same calls meet the same faults in each run. */
  private static final int SEED = 53;

  private final FaultSource<E> source;
  private final BooleanSupplier condition;

  private ServiceFaults(FaultSource<E> source, BooleanSupplier condition) {
    this.source = source;
    this.condition = condition;
  }

  /** Nothing goes wrong. */
  public static <E extends Enum<E>> ServiceFaults<E> none() {
    return scripted(List.of());
  }

  /**
   * Of each call the first of these rules that fires decides; rules after it do not count that
   * call.
   */
  public static <E extends Enum<E>> ServiceFaults<E> scripted(List<FaultRule<E>> rules) {
    FaultScript<E> script = script(rules);
    return new ServiceFaults<>(() -> script, () -> true);
  }

  /**
   * The rules in this file, as {@link FaultFile} describes them. It is read again whenever it has
   * changed, which starts all counts anew; while it cannot be read the rules stay as they were, and
   * the log says why.
   *
   * @throws IllegalArgumentException if the file cannot be read now; the message names the file and
   *     the field
   */
  public static <E extends Enum<E>> ServiceFaults<E> inFile(Path file, FaultWords<E> words) {
    return new ServiceFaults<>(new FaultFile<>(file, words), () -> true);
  }

  /** The same faults, but they happen, and calls count, only while this is true. */
  public ServiceFaults<E> onlyWhile(BooleanSupplier limit) {
    return new ServiceFaults<>(source, limit);
  }

  /**
   * The fault that happens to a call.
   *
   * @param action as the API names it
   * @param isSubject whether the call is about what a rule says
   * @param authorization the call's header of that name
   */
  public synchronized Optional<Fault<E>> next(
      String action, Predicate<String> isSubject, String authorization) {
    return condition.getAsBoolean()
        ? source.current().next(action, isSubject, authorization)
        : Optional.empty();
  }

  static <E extends Enum<E>> FaultScript<E> script(List<FaultRule<E>> rules) {
    return new FaultScript<>(rules, new SplittableRandom(SEED));
  }
}
