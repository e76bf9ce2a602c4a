package io.github.dyn53.cli.command;

import io.github.dyn53.cli.setup.Wishes;
import io.github.dyn53.cli.setup.Wishes.TokenOrigin;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** {@code dyn53 setup}. */
final class SetupCommand {

  private static final String ENDPOINT = "--endpoint";
  private static final String TOKEN_FILE = "--token-file";
  private static final String TOKEN_STDIN = "--token-stdin";
  private static final String HOST = "--host";
  private static final String CA_FILE = "--ca-file";
  private static final String IPV4 = "--ipv4";
  private static final String IPV6 = "--ipv6";
  private static final String FILE = "--file";
  private static final String DDCLIENT = "--from-ddclient";
  private static final String FORCE = "--force";
  private static final String NO_TRY = "--no-try";

  private SetupCommand() {}

  static CommandSpec spec(Companion companion) {
    CommandSpec spec =
        Commands.parsedCommand(
            "setup",
            given ->
                companion.setup(
                    wishes(given),
                    !given.hasMatchedOption(NO_TRY),
                    given.hasMatchedOption(Switch.JSON.flag())),
            "Writes the configuration, closed to others, and tries it. Asks for what the flags"
                + " leave open.");
    add(spec, ENDPOINT, "URL", true, "what your deployment printed; may be repeated");
    add(spec, TOKEN_FILE, "FILE", false, "file that holds the token; the configuration names it");
    flag(spec, TOKEN_STDIN, "read the token from standard input");
    add(spec, HOST, "NAME", true, "the name that is to follow this connection; may be repeated");
    add(spec, CA_FILE, "FILE", false, "certificates (PEM) to trust in place of the system's");
    add(spec, IPV4, "SOURCES", false, "where the IPv4 address comes from, or none");
    add(spec, IPV6, "SOURCES", false, "where the IPv6 address comes from, or none");
    add(spec, FILE, "FILE", false, "where the configuration goes");
    add(
        spec,
        DDCLIENT,
        "FILE",
        false,
        "take over a ddclient.conf, but for what other flags say, and say what was left out");
    flag(spec, FORCE, "replace a configuration that is there");
    flag(spec, NO_TRY, "do not try it");
    Flags.add(spec, Switch.JSON, "print JSON for programs");
    return spec;
  }

  private static void add(
      CommandSpec spec, String name, String label, boolean repeats, String meaning) {
    var option = OptionSpec.builder(name).paramLabel(label).arity("1").description(meaning);
    spec.addOption(
        repeats
            ? option.type(List.class).auxiliaryTypes(String.class).build()
            : option.type(String.class).build());
  }

  private static void flag(CommandSpec spec, String name, String meaning) {
    spec.addOption(OptionSpec.builder(name).type(boolean.class).description(meaning).build());
  }

  private static Wishes wishes(ParseResult given) {
    return new Wishes(
        all(given, ENDPOINT),
        token(given),
        all(given, HOST),
        one(given, CA_FILE).map(Path::of),
        one(given, IPV4),
        one(given, IPV6),
        one(given, FILE).map(Path::of),
        one(given, DDCLIENT).map(Path::of),
        given.hasMatchedOption(FORCE));
  }

  private static TokenOrigin token(ParseResult given) {
    Optional<Path> file = one(given, TOKEN_FILE).map(Path::of);
    if (file.isPresent() && given.hasMatchedOption(TOKEN_STDIN)) {
      throw new ParameterException(
          given.commandSpec().commandLine(), "give " + TOKEN_FILE + " or " + TOKEN_STDIN);
    }
    if (file.isPresent()) {
      return new TokenOrigin.File(file.get());
    }
    return given.hasMatchedOption(TOKEN_STDIN) ? new TokenOrigin.Input() : new TokenOrigin.Asked();
  }

  private static Optional<String> one(ParseResult given, String name) {
    return all(given, name).stream().findFirst();
  }

  private static List<String> all(ParseResult given, String name) {
    return given.hasMatchedOption(name)
        ? given.matchedOption(name).originalStringValues()
        : List.of();
  }
}
