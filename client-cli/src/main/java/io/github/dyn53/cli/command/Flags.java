package io.github.dyn53.cli.command;

import io.github.dyn53.cli.config.Key;
import io.github.dyn53.cli.config.Setting;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The flags that stand for keys of the configuration, and the switches. */
final class Flags {

  private static final String CONFIG = "--config";

  private Flags() {}

  static void addConfiguration(CommandSpec spec) {
    spec.addOption(configuration());
    for (Key key : Key.values()) {
      if (key != Key.TOKEN) {
        spec.addOption(option(key));
      }
    }
  }

  static OptionSpec configuration() {
    return OptionSpec.builder(CONFIG)
        .paramLabel("FILE")
        .type(File.class)
        .description("the configuration file, in place of the usual ones")
        .build();
  }

  private static OptionSpec option(Key key) {
    var option =
        OptionSpec.builder(key.flag()).paramLabel(label(key)).arity("1").description(meaning(key));
    return key.repeats()
        ? option.type(List.class).auxiliaryTypes(String.class).build()
        : option.type(type(key)).completionCandidates(usual(key)).build();
  }

  /** The words are read as they were typed; the type only tells a shell what to complete. */
  private static Class<?> type(Key key) {
    return switch (key) {
      case TOKEN_FILE, CA_FILE, STATE, ON_CHANGE, ON_TROUBLE -> File.class;
      default -> String.class;
    };
  }

  /** The values that a shell can complete; null, which picocli has for none. */
  static @Nullable List<String> usual(Key key) {
    return switch (key) {
      case IPV4 -> List.of("router", "endpoint", "interface", "none");
      case IPV6 -> List.of("interface", "endpoint", "router", "none");
      case CHECK_DNS -> List.of("yes", "no");
      default -> null;
    };
  }

  static void add(CommandSpec spec, Switch flag, String meaning) {
    var option = OptionSpec.builder(flag.flag()).description(meaning);
    if (flag == Switch.QUIET) {
      option.names("-q", flag.flag());
    } else if (flag == Switch.VERBOSE) {
      option.names("-v", flag.flag());
    }
    spec.addOption(option.type(boolean.class).build());
  }

  static Options read(ParseResult given) {
    var settings = new ArrayList<Setting>();
    for (Key key : Key.values()) {
      if (given.hasMatchedOption(key.flag())) {
        for (String value : given.matchedOption(key.flag()).originalStringValues()) {
          settings.add(Setting.flag(key, value));
        }
      }
    }
    var switches = EnumSet.noneOf(Switch.class);
    for (Switch flag : Switch.values()) {
      if (given.hasMatchedOption(flag.flag())) {
        switches.add(flag);
      }
    }
    return new Options(file(given), settings, switches);
  }

  /** The configuration that is named. */
  static Optional<Path> file(ParseResult given) {
    return given.hasMatchedOption(CONFIG)
        ? Optional.of(Path.of(given.matchedOption(CONFIG).originalStringValues().getFirst()))
        : Optional.empty();
  }

  private static String label(Key key) {
    return switch (key) {
      case ENDPOINT, WEBHOOK -> "URL";
      case HOST -> "NAME";
      case TOKEN -> "TOKEN";
      case TOKEN_FILE, CA_FILE -> "FILE";
      case IPV4, IPV6 -> "SOURCES";
      case POLL, ENDPOINT_POLL, REFRESH, HOOK_TIMEOUT -> "TIME";
      case CHECK_DNS -> "YES|NO";
      case ON_CHANGE, ON_TROUBLE -> "PROGRAM";
      case STATE -> "FOLDER";
    };
  }

  private static String meaning(Key key) {
    return switch (key) {
      case ENDPOINT -> "your deployment; repeat it for others that are tried after it";
      case HOST -> "the name that is to follow this connection; may be repeated";
      case TOKEN -> "what the endpoint knows you by";
      case TOKEN_FILE -> "file that holds the token and nothing else, closed to others";
      case CA_FILE -> "certificates (PEM) to trust in place of the system's";
      case IPV4 -> "where the IPv4 address comes from, or none (default: router, endpoint)";
      case IPV6 -> "where the IPv6 address comes from, or none (default: interface, endpoint)";
      case POLL -> "how often watch looks at the local sources (60s)";
      case ENDPOINT_POLL ->
          "how often watch asks the endpoint for the address where nothing else tells it (10m)";
      case REFRESH -> "how often an unchanged address is sent again (24h)";
      case CHECK_DNS -> "also send it again where the zone's name servers answer another (no)";
      case ON_CHANGE -> "program to run after a change";
      case ON_TROUBLE -> "program to run when something is wrong";
      case HOOK_TIMEOUT -> "how long these programs may run (30s)";
      case WEBHOOK ->
          "address that gets each event as JSON; others on this machine see a flag, so keep a secret one"
              + " in the file";
      case STATE -> "folder for what dyn53 remembers";
    };
  }
}
