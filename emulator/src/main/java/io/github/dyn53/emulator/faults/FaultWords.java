package io.github.dyn53.emulator.faults;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a file may say of the faults of a service.
 *
 * @param <E> the errors of the service; each is written in lower case, with hyphens
 * @param errors all of them
 * @param actions those that are served, as the API names them
 * @param subject the field for what a call is about, such as {@code zone}; empty: there is none
 * @param callers who can be told apart and killed; empty: nobody
 */
public record FaultWords<E extends Enum<E>>(
    List<E> errors, List<String> actions, Optional<String> subject, Optional<Callers> callers) {

  static final String KILL = "kill";
  static final String KILL_AFTER = "kill-after";
  static final String FUNCTION = "function";

  /** Copies the lists. */
  public FaultWords {
    errors = List.copyOf(errors);
    actions = List.copyOf(actions);
  }

  /** The fields of a rule. */
  List<String> fields() {
    return Stream.of(
            Stream.of("action"),
            subject.stream(),
            callers.stream().map(processes -> FUNCTION),
            Stream.of("after", "times", "percent", "fault", "milliseconds"))
        .flatMap(fields -> fields)
        .toList();
  }

  /** The faults that need nothing but their word. */
  Map<String, Fault<E>> faults() {
    Map<String, Fault<E>> faults = new LinkedHashMap<>();
    errors.forEach(error -> faults.put(word(error), new Fault.ErrorAnswer<>(error)));
    faults.put("lost-answer", new Fault.LostAnswer<>());
    faults.put("reset", new Fault.Reset<>());
    callers.ifPresent(processes -> {
      faults.put(KILL, new Fault.Kill<>(processes, false));
      faults.put(KILL_AFTER, new Fault.Kill<>(processes, true));
    });
    return faults;
  }

  private static String word(Enum<?> error) {
    return error.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
