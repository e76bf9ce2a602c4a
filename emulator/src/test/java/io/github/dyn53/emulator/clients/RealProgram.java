package io.github.dyn53.emulator.clients;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** A program that is installed on this machine, run as it is. */
public final class RealProgram {

  private static final String SEARCHED =
      Optional.ofNullable(System.getenv("PATH")).orElse("/usr/bin:/bin") + ":/usr/sbin:/sbin";

  private final Path executable;
  private final Map<String, String> settings;

  private RealProgram(Path executable, Map<String, String> settings) {
    this.executable = executable;
    this.settings = Map.copyOf(settings);
  }

  /** The same program with these variables in its environment, another place for secrets. */
  public RealProgram with(Map<String, String> variables) {
    return new RealProgram(executable, variables);
  }

  /**
   * Finds a program. Where it is missing the test is skipped, or fails if the environment says
   * {@code DYN53_REQUIRE_CLIENTS=1}.
   *
   * @param debianPackage what to install, for the notice
   */
  public static RealProgram require(String name, String debianPackage) {
    Optional<Path> found = find(name);
    if (found.isEmpty()) {
      String notice = "%s is not installed (Debian package %s)".formatted(name, debianPackage);
      if ("1".equals(System.getenv("DYN53_REQUIRE_CLIENTS"))) {
        Assertions.fail(notice);
      }
      Assumptions.abort(notice);
    }
    return new RealProgram(found.orElseThrow(), Map.of());
  }

  private static Optional<Path> find(String name) {
    return Stream.of(SEARCHED.split(File.pathSeparator))
        .filter(folder -> !folder.isEmpty())
        .map(folder -> Path.of(folder, name))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Runs it to its end with nothing to read. */
  public Ended run(Path folder, List<String> arguments) {
    return run(folder, "", arguments);
  }

  /**
   * Runs it to its end.
   *
   * @param folder a private folder, its home
   * @param input what it reads from its standard input: the place for secrets, as every user of the
   *     machine can see the arguments
   */
  public Ended run(Path folder, String input, List<String> arguments) {
    try (var running = start(folder, input, arguments)) {
      return running.awaitEnd();
    }
  }

  /** Starts it as {@link #run} does, without waiting. */
  public RunningProgram start(Path folder, String input, List<String> arguments) {
    List<String> command = new ArrayList<>(List.of(executable.toString()));
    command.addAll(arguments);
    try {
      Path read = Files.writeString(Files.createTempFile(folder, "input", ".txt"), input);
      Path printed = Files.createTempFile(folder, "output", ".txt");
      var builder =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectInput(read.toFile())
              .redirectErrorStream(true)
              .redirectOutput(printed.toFile());
      builder.environment().clear();
      // No proxy, no language and no settings of whoever runs the tests.
      builder.environment().put("PATH", SEARCHED);
      builder.environment().put("HOME", folder.toString());
      builder.environment().put("LC_ALL", "C");
      builder.environment().putAll(settings);
      return new RunningProgram(builder.start(), printed);
    } catch (IOException e) {
      throw new UncheckedIOException("failed to start " + executable, e);
    }
  }

  /**
   * How a run ended.
   *
   * @param output what it printed, errors included
   */
  public record Ended(int exitCode, String output) {}
}
