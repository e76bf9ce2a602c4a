package io.github.dyn53.cli;

import io.github.dyn53.cli.config.ConfigurationFile;
import io.github.dyn53.cli.config.InvalidConfigurationException;
import io.github.dyn53.cli.config.Key;
import io.github.dyn53.cli.config.NamedFile;
import io.github.dyn53.cli.config.Places;
import io.github.dyn53.cli.service.Installation;
import io.github.dyn53.cli.service.Sandbox;
import io.github.dyn53.cli.service.ServiceKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    Optional<Sandbox> sandbox = Sandbox.of(kind, root);
    sandbox.ifPresent(it -> found.addAll(in(it, installation)));
    if (Files.exists(configuration)) {
      boolean changed =
          sandbox.map(Sandbox::isChanged).orElseGet(() -> isChanged(kind, installation));
      found.addAll(mistakes(configuration, !changed, found));
    }
    return found;
  }

  /** Whether somebody has added to their own unit. */
  private static boolean isChanged(ServiceKind kind, Installation installation) {
    return kind == ServiceKind.SYSTEMD_USER
        && Files.isDirectory(installation.home().resolve(".config/systemd/user/dyn53.service.d"));
  }

  /**
   * What the service itself would end with, and not be started again.
   *
   * @param certain whether no changed unit may say by variables what the file does not
   * @param known what is known already of files as the service sees them, which counts more
   */
  private static List<Obstacle> mistakes(
      Path configuration, boolean certain, List<Obstacle> known) {
    try {
      // The variables of this shell are not the service's.
      var nowhere = new Places("", "", "", Map.of());
      var unused = ConfigurationFile.read(Optional.of(configuration), nowhere, List.of());
      return List.of();
    } catch (InvalidConfigurationException e) {
      if (e.remedy().isPresent()) {
        return List.of(new Obstacle(String.valueOf(e.getMessage()), true));
      }
      List<NamedFile> named = NamedFile.in(configuration);
      var found = new ArrayList<Obstacle>();
      for (String mistake : e.mistakes()) {
        List<NamedFile> about = named.stream().filter(it -> isAbout(mistake, it)).toList();
        if (about.stream().noneMatch(file -> isAbout(known, file))) {
          // The service starts in another folder.
          boolean same = about.stream().allMatch(file -> file.path().isAbsolute());
          found.add(new Obstacle(configuration + ", " + mistake, certain && same));
        }
      }
      return found;
    }
  }

  private static boolean isAbout(List<Obstacle> known, NamedFile file) {
    return known.stream().anyMatch(it -> it.text().contains(" " + file.path() + ", the "));
  }

  private static boolean isAbout(String mistake, NamedFile file) {
    return mistake.contains(": " + file.path() + " ");
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
