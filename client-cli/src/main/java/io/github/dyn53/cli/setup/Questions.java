package io.github.dyn53.cli.setup;

import java.util.Optional;

/** Port: a person at a keyboard. */
public interface Questions {

  /** What the person types, or nothing where nobody is there. */
  Optional<String> ask(String question);

  /** The same without showing it. */
  Optional<String> askHidden(String question);

  /** The first line of standard input, or nothing where it is empty. */
  Optional<String> input();

  /** Says something between questions. */
  void say(String line);
}
