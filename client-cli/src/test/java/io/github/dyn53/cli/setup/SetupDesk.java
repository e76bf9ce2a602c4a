package io.github.dyn53.cli.setup;

import io.github.dyn53.cli.setup.Wishes.TokenOrigin;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A setup with the person who answers it and the file it writes in the test's hands. */
final class SetupDesk {

  static final String TOKEN = "abcdefghijklmnopqrstuvwxyz234567";
  static final String URL = "https://abc.example";

  private final Path folder;
  private final Typist typist = new Typist();

  SetupDesk(Path folder) {
    this.folder = folder;
  }

  /** A person who types prepared answers. */
  private static final class Typist implements Questions {

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> said = new ArrayList<>();

    @Override
    public Optional<String> ask(String question) {
      said.add(question);
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public Optional<String> askHidden(String question) {
      return ask(question);
    }

    @Override
    public Optional<String> input() {
      return Optional.ofNullable(answers.poll());
    }

    @Override
    public void say(String line) {
      said.add(line);
    }
  }

  /** Prepares answers, in this order. */
  void type(String... answers) {
    Collections.addAll(typist.answers, answers);
  }

  /** All that was said and asked. */
  List<String> said() {
    return typist.said;
  }

  /** What is written. */
  Path file() {
    return folder.resolve("dyn53.conf");
  }

  SetupOutcome setup(Wishes wishes) {
    return new Setup(typist, file()).write(wishes);
  }

  static Wishes wishes(List<String> endpoints, TokenOrigin token, List<String> hosts) {
    return new Wishes(
        endpoints,
        token,
        hosts,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false);
  }
}
