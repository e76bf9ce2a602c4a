package io.github.dyn53.cli.config;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where things lie on this system.
 *
 * @param system as the system property {@code os.name} says it
 * @param home the person's folder
 * @param user the person's name there
 * @see <a href="https://specifications.freedesktop.org/basedir-spec/latest/">XDG base
 *     directories</a>
 */
public record Places(String system, String home, String user, Map<String, String> environment) {

  private static final String NAME = "dyn53";
  private static final String FILE = "dyn53.conf";

  public Places {
    environment = Map.copyOf(environment);
  }

  /** The places of a configuration file, the one that wins first. */
  public List<Path> configurations() {
    var places = new ArrayList<Path>();
    if (isWindows()) {
      add(places, variable("APPDATA"), NAME, FILE);
      add(places, variable("ProgramData"), NAME, FILE);
    } else if (isMac()) {
      add(places, home, "Library", "Application Support", NAME, FILE);
      add(places, "/etc", NAME, FILE);
    } else {
      String own = variable("XDG_CONFIG_HOME");
      add(places, own.isEmpty() ? inHome(".config") : own, NAME, FILE);
      add(places, "/etc", NAME, FILE);
    }
    return places;
  }

  /** The file to read: the first that is there. */
  public Optional<Path> configuration() {
    for (Path place : configurations()) {
      if (Files.exists(place)) {
        return Optional.of(place);
      }
    }
    return Optional.empty();
  }

  /** Where a new file goes: an administrator's is for the whole machine, others' for themselves. */
  public Path usualConfiguration() {
    List<Path> places = configurations();
    if (places.isEmpty()) {
      return Path.of(FILE);
    }
    return user.equals("root") ? places.get(places.size() - 1) : places.get(0);
  }

  /**
   * The folder for what is remembered.
   *
   * @throws InvalidConfigurationException where this account has no folder of its own
   */
  public Path state() {
    String given = variable("STATE_DIRECTORY");
    if (!given.isEmpty()) {
      // systemd parts several with colons (systemd.exec(5)).
      int colon = isWindows() ? -1 : given.indexOf(':');
      return Path.of(colon < 0 ? given : given.substring(0, colon));
    }
    if (isWindows()) {
      return Path.of(variable("LOCALAPPDATA"), NAME);
    }
    if (isMac()) {
      return Path.of(home, "Library", "Application Support", NAME);
    }
    if (user.equals("root")) {
      return Path.of("/var/lib", NAME);
    }
    String own = variable("XDG_STATE_HOME");
    String states = own.isEmpty() ? inHome(".local/state") : own;
    if (states.isEmpty()) {
      throw new InvalidConfigurationException(
          "state",
          "this account has no home folder",
          "name a folder for what dyn53 remembers with --state");
    }
    return Path.of(states, NAME);
  }

  private String inHome(String folder) {
    return home.isEmpty() ? "" : home + "/" + folder;
  }

  private static void add(List<Path> places, String first, String... more) {
    if (!first.isEmpty()) {
      places.add(Path.of(first, more));
    }
  }

  private boolean isWindows() {
    return system.startsWith("Windows");
  }

  private boolean isMac() {
    return system.startsWith("Mac");
  }

  private String variable(String name) {
    return environment.getOrDefault(name, "");
  }

  /** The variables may hold a token. */
  @Override
  public String toString() {
    return "Places[" + system + ", " + home + "]";
  }
}
