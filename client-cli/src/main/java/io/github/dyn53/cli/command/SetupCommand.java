package io.github.dyn53.cli.command;

import io.github.dyn53.cli.config.Key;
import io.github.dyn53.cli.setup.Wishes;
import io.github.dyn53.cli.setup.Wishes.TokenOrigin;
import java.io.File;
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
    many(spec, ENDPOINT, "URL", "what your deployment printed; may be repeated");
    file(spec, TOKEN_FILE, "file that holds the token; the configuration names it");
    flag(spec, TOKEN_STDIN, "read the token from standard input");
    many(spec, HOST, "NAME", "the name that is to follow this connection; may be repeated");
    file(spec, CA_FILE, "certificates (PEM) to trust in place of the system's");
    sources(spec, Key.IPV4, "where the IPv4 address comes from, or none");
    sources(spec, Key.IPV6, "where the IPv6 address comes from, or none");
    file(spec, FILE, "where the configuration goes");
    file(
        spec,
        DDCLIENT,
        "take over a ddclient.conf, but for what other flags say, and say what was left out");
    flag(spec, FORCE, "replace a configuration that is there");
    flag(spec, NO_TRY, "do not try it");
    Flags.add(spec, Switch.JSON, "print JSON for programs");
    return spec;
  }

  private static void many(CommandSpec spec, String name, String label, String meaning) {
    var option = option(name, label, meaning).type(List.class).auxiliaryTypes(String.class);
    spec.addOption(option.build());
  }

  /** The word is read as it was typed; the type only tells a shell what to complete. */
  private static void file(CommandSpec spec, String name, String meaning) {
    spec.addOption(option(name, "FILE", meaning).type(File.class).build());
  }

  private static void sources(CommandSpec spec, Key key, String meaning) {
    var option = option(key.flag(), "SOURCES", meaning).type(String.class);
    spec.addOption(option.completionCandidates(Flags.usual(key)).build());
  }

  private static OptionSpec.Builder option(String name, String label, String meaning) {
    return OptionSpec.builder(name).paramLabel(label).arity("1").description(meaning);
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
        one(given, Key.IPV4.flag()),
        one(given, Key.IPV6.flag()),
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
