package io.github.dyn53.cli;

import io.github.dyn53.cli.config.Key;
import io.github.dyn53.cli.config.NamedFile;
import io.github.dyn53.cli.service.Installation;
import io.github.dyn53.cli.service.Sandbox;
import io.github.dyn53.cli.service.ServiceKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks for what would keep a service from working, before it is made. */
final class Obstacles {

  private final Path root;

  /**
   * Looks below a folder.
   *
   * @param root {@code /}, but for tests
   */
  Obstacles(Path root) {
    this.root = root;
  }

  /**
   * One.
   *
   * @param text a sentence that says what to do
   * @param certain whether the service can't work, not only may not
   */
  record Obstacle(String text, boolean certain) {}

  List<Obstacle> of(ServiceKind kind, Installation installation) {
    var found = new ArrayList<Obstacle>();
    Path configuration = installation.configuration();
    if (Files.notExists(configuration)) {
      found.add(
          new Obstacle(
              "there is no %1$s; dyn53 setup --file %1$s writes it, --config names another"
                  .formatted(configuration),
              true));
    }
    Sandbox.of(kind, root).ifPresent(sandbox -> found.addAll(in(sandbox, installation)));
    return found;
  }

  private List<Obstacle> in(Sandbox sandbox, Installation installation) {
    var found = new ArrayList<Obstacle>();
    for (String word : installation.program()) {
      // Of NAME=VALUE the value.
      String path = word.substring(word.indexOf('=') + 1);
      if (Path.of(path).isAbsolute()) {
        program(sandbox, path).ifPresent(found::add);
      }
    }
    for (NamedFile named : NamedFile.in(installation.configuration())) {
      named(sandbox, named, installation.configuration()).ifPresent(found::add);
    }
    return found;
  }

  private static Optional<Obstacle> program(Sandbox sandbox, String program) {
    return sandbox
        .obstacle(Path.of(program))
        .map(why ->
            new Obstacle(
                "the service can't start %s: %s; put it below /opt or /usr/local, open to all,"
                        .formatted(program, why)
                    + " or choose another kind, such as --kind systemd-user",
                !sandbox.isChanged()));
  }

  private Optional<Obstacle> named(Sandbox sandbox, NamedFile named, Path configuration) {
    String name = "%s, the %s of %s".formatted(named.path(), named.key().text(), configuration);
    Optional<String> why = sandbox.obstacle(named.path());
    if (why.isPresent()) {
      String text = "the service can't read %s: %s; %s".formatted(name, why.get(), remedy(named));
      return Optional.of(new Obstacle(text, !sandbox.isChanged()));
    }
    return Files.notExists(root.resolve(named.path()))
        ? Optional.of(new Obstacle("there is no " + name + ", yet the service will read it", false))
        : Optional.empty();
  }

  private static String remedy(NamedFile named) {
    return named.key() == Key.CA_FILE
        ? "put it below /etc and let all read it: chmod 644"
        : "write token = ... into the configuration itself, of which the service gets a copy";
  }
}
