package io.github.dyn53.cli.setup;

import io.github.dyn53.access.Secret;
import io.github.dyn53.cli.address.SourceSpec;
import io.github.dyn53.cli.config.DdclientOverrides;
import io.github.dyn53.cli.config.PrivateFile;
import io.github.dyn53.cli.config.WebAddress;
import io.github.dyn53.dns.Hostname;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Gets each thing from a flag, or asks until the answer makes sense. */
final class Answers {

  private static final int MOST_TRIES = 5;

  /** Behind an endpoint where routers want an address; a whole one is often what is at hand. */
  private static final Pattern UPDATE = Pattern.compile("/nic/update/?([?#].*)?$");

  private final Wishes wishes;
  private final Questions questions;

  Answers(Wishes wishes, Questions questions) {
    this.wishes = wishes;
    this.questions = questions;
  }

  List<String> endpoints() {
    if (wishes.endpoints().isEmpty()) {
      return List.of(
          asked(
              "--endpoint",
              () -> questions.ask("The address your deployment printed (https://...): "),
              Answers::endpoint));
    }
    return wishes.endpoints().stream()
        .map(url -> checked("--endpoint", url, Answers::endpoint))
        .toList();
  }

  /** The line of the configuration, and nothing that could be shown. */
  String tokenLine() {
    return switch (wishes.token()) {
      case Wishes.TokenOrigin.Asked() ->
          "token = "
              + asked(
                  "--token-file or --token-stdin",
                  () -> questions.askHidden("The token (it is not shown): "),
                  Answers::token);
      case Wishes.TokenOrigin.Input() ->
          "token = " + checked("--token-stdin", questions.input().orElse(""), Answers::token);
      case Wishes.TokenOrigin.File(Path path) -> "token-file = " + tokenFile(path.toAbsolutePath());
    };
  }

  private static Path tokenFile(Path path) {
    try {
      checked("--token-file", Files.readString(path).strip(), Answers::token);
    } catch (IOException e) {
      throw new UnclearException("--token-file: " + path + " can't be read");
    }
    Optional<String> complaint = PrivateFile.complaint(path);
    if (complaint.isPresent()) {
      throw new UnclearException("--token-file: " + complaint.get());
    }
    return path;
  }

  List<String> hosts() {
    if (wishes.hosts().isEmpty()) {
      String names =
          asked(
              "--host",
              () -> questions.ask("The name that is to follow this connection (or several): "),
              Answers::hosts);
      return List.of(names.split(" ", -1));
    }
    return wishes.hosts().stream()
        .flatMap(names -> Stream.of(checked("--host", names, Answers::hosts).split(" ", -1)))
        .toList();
  }

  /** Lines for the families; the usual sources need none. */
  List<String> familyLines() {
    if (wishes.ipv4().isPresent() || wishes.ipv6().isPresent()) {
      return Stream.of(
              wishes.ipv4().map(text -> "ipv4 = " + checked("--ipv4", text, Answers::chain)),
              wishes.ipv6().map(text -> "ipv6 = " + checked("--ipv6", text, Answers::chain)))
          .flatMap(Optional::stream)
          .toList();
    }
    // Who gave everything else by flags is a script, and not to be asked for what has a default.
    boolean script = !wishes.endpoints().isEmpty() && !wishes.hosts().isEmpty();
    String answer =
        script
            ? "both"
            : asked(
                "--ipv4 or --ipv6",
                () -> Optional.of(questions.ask("IPv4, IPv6 or both? [both] ").orElse("")),
                Answers::families);
    return switch (answer) {
      case "ipv4" -> List.of("ipv6 = none");
      case "ipv6" -> List.of("ipv4 = none");
      default -> List.of();
    };
  }

  /** What the flags say; nothing is asked, as a ddclient.conf may say the rest. */
  DdclientOverrides overrides() {
    boolean told = !(wishes.token() instanceof Wishes.TokenOrigin.Asked);
    return new DdclientOverrides(
        wishes.endpoints().isEmpty() ? List.of() : endpoints(),
        told ? Optional.of(tokenLine()) : Optional.empty(),
        wishes.ipv4().map(text -> checked("--ipv4", text, Answers::chain)),
        wishes.ipv6().map(text -> checked("--ipv6", text, Answers::chain)));
  }

  /** Asks again after an answer that makes no sense. */
  private String asked(
      String flag,
      java.util.function.Supplier<Optional<String>> question,
      Function<String, Check> check) {
    for (int i = 0; i < MOST_TRIES; i++) {
      Optional<String> answer = question.get();
      if (answer.isEmpty()) {
        throw new UnclearException("nobody is there to ask: give " + flag);
      }
      Check result = check.apply(answer.get());
      if (result.mistake().isEmpty()) {
        return result.value();
      }
      questions.say(result.mistake());
    }
    throw new UnclearException("no answer made sense: give " + flag);
  }

  private static String checked(String flag, String given, Function<String, Check> check) {
    Check result = check.apply(given);
    if (!result.mistake().isEmpty()) {
      throw new UnclearException(flag + ": " + result.mistake());
    }
    return result.value();
  }

  /**
   * An answer looked at.
   *
   * @param value as the configuration is to have it
   * @param mistake empty where there is none; never repeats what may hold a token
   */
  private record Check(String value, String mistake) {}

  private static Check endpoint(String text) {
    return WebAddress.endpoint(UPDATE.matcher(text.strip()).replaceFirst(""))
        .map(url -> new Check(url.toString(), ""))
        .orElse(
            new Check(
                "",
                "that is not an address such as https://abc.execute-api.eu-west-1.amazonaws.com"));
  }

  private static Check token(String text) {
    return Secret.parse(text.strip())
        .map(secret -> new Check(secret.value(), ""))
        .orElse(
            new Check("", "that is no token of dyn53: those have 32 letters a-z and digits 2-7"));
  }

  private static Check hosts(String text) {
    var names = new StringBuilder();
    for (String word : text.strip().split("[, ]+", -1)) {
      Optional<Hostname> name = Hostname.parse(word);
      if (name.isEmpty()) {
        return new Check("", "\"" + word + "\" is no full host name, such as home.dyn.example.com");
      }
      names.append(names.isEmpty() ? "" : " ").append(name.get());
    }
    return new Check(names.toString(), "");
  }

  private static Check families(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "ipv4", "4" -> new Check("ipv4", "");
      case "ipv6", "6" -> new Check("ipv6", "");
      case "both", "" -> new Check("both", "");
      default -> new Check("", "answer ipv4, ipv6 or both");
    };
  }

  private static Check chain(String text) {
    try {
      SourceSpec.parseChain(text);
      return new Check(text.strip(), "");
    } catch (IllegalArgumentException e) {
      return new Check("", String.valueOf(e.getMessage()));
    }
  }
}
