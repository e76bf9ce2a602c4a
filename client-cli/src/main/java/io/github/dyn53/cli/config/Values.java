package io.github.dyn53.cli.config;

import io.github.dyn53.access.Secret;
import io.github.dyn53.cli.address.SourceSpec;
import io.github.dyn53.dns.Hostname;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Understands single values; what can't be understood is a mistake, and something stands in. */
final class Values {

  private final Consumer<String> mistakes;

  Values(Consumer<String> mistakes) {
    this.mistakes = mistakes;
  }

  private void mistake(Setting setting, String text) {
    mistakes.accept(setting.where() + ": " + text);
  }

  Duration duration(Optional<Setting> setting, String byDefault, String least) {
    Duration usual = Durations.parse(byDefault).orElseThrow();
    if (setting.isEmpty()) {
      return usual;
    }
    Optional<Duration> time = Durations.parse(setting.get().value());
    if (time.isEmpty()) {
      mistake(
          setting.get(),
          quoted(setting) + " is no time; write a number and s, m, h or d, such as " + byDefault);
    } else if (time.get().compareTo(Durations.parse(least).orElseThrow()) < 0) {
      mistake(setting.get(), quoted(setting) + " is too short; " + least + " is the least");
    }
    return time.orElse(usual);
  }

  boolean yes(Optional<Setting> setting, boolean byDefault) {
    if (setting.isEmpty()) {
      return byDefault;
    }
    return switch (setting.get().value()) {
      case "yes", "true", "on" -> true;
      case "no", "false", "off" -> false;
      default -> {
        mistake(setting.get(), quoted(setting) + " is neither yes nor no");
        yield byDefault;
      }
    };
  }

  Optional<Path> path(Optional<Setting> setting) {
    return setting.isPresent() ? path(setting.get()) : Optional.empty();
  }

  Optional<Path> path(Setting setting) {
    String text = unquoted(setting.value());
    if (text.isEmpty()) {
      // It would be the folder that somebody happens to be in.
      mistake(setting, "is empty; write a path");
    }
    if (text.isEmpty() || isOpen(setting)) {
      return Optional.empty();
    }
    try {
      return Optional.of(Path.of(text));
    } catch (InvalidPathException e) {
      mistake(setting, quoted(Optional.of(setting)) + " is no path");
      return Optional.empty();
    }
  }

  /** A file that is there and can be read; what is in it is for others to judge. */
  Optional<Path> file(Optional<Setting> setting) {
    Optional<Path> path = path(setting);
    if (path.isPresent() && !(Files.isReadable(path.get()) && Files.isRegularFile(path.get()))) {
      mistake(setting.orElseThrow(), path.get() + " is no file that can be read");
    }
    return path;
  }

  List<String> words(Optional<Setting> setting) {
    return setting.isEmpty() || isOpen(setting.get())
        ? List.of()
        : Words.split(setting.get().value());
  }

  private boolean isOpen(Setting setting) {
    char quote = setting.openQuote();
    if (quote != 0) {
      mistake(setting, "a quote (" + quote + ") is opened, but not closed");
    }
    return quote != 0;
  }

  /** The base address of a deployment: scheme, host, perhaps port and path. */
  Optional<URI> endpoint(Setting setting) {
    Optional<URI> url = WebAddress.endpoint(setting.value());
    if (url.isEmpty()) {
      // Not quoted: people paste whole update URLs, and those may hold a token.
      mistake(setting, "is not an address such as https://abc.execute-api.eu-west-1.amazonaws.com");
    }
    return url;
  }

  Optional<URI> webhook(Optional<Setting> setting) {
    if (setting.isEmpty()) {
      return Optional.empty();
    }
    Optional<URI> url = WebAddress.parse(setting.get().value());
    if (url.isEmpty() || !"https".equals(url.get().getScheme())) {
      // Not quoted: its path may be a secret.
      mistake(
          setting.get(),
          url.isEmpty()
              ? "is not an address such as https://example.com/hook"
              : "needs https, as in https://example.com/hook; with http others could read what it"
                  + " gets");
      return Optional.empty();
    }
    return url;
  }

  Optional<Hostname> hostname(Setting setting) {
    Optional<Hostname> name = Hostname.parse(setting.value());
    if (name.isEmpty()) {
      mistake(
          setting,
          "\"" + setting.value() + "\" is no full host name, such as home.dyn.example.com");
    }
    return name;
  }

  List<SourceSpec> sources(Optional<Setting> setting, List<SourceSpec> byDefault) {
    if (setting.isEmpty()) {
      return byDefault;
    }
    try {
      return SourceSpec.parseChain(setting.get().value());
    } catch (IllegalArgumentException e) {
      mistake(setting.get(), String.valueOf(e.getMessage()));
      return byDefault;
    }
  }

  Optional<Secret> token(Setting setting) {
    Optional<Secret> token = Secret.parse(unquoted(setting.value()));
    if (token.isEmpty()) {
      mistake(setting, "is no token of dyn53: those have 32 letters a-z and digits 2-7");
    }
    return token;
  }

  Optional<Secret> tokenFile(Setting setting, Path file) {
    try {
      Optional<Secret> token = Secret.parse(Files.readString(file).strip());
      if (token.isEmpty()) {
        // Another file by mistake: whoever can read it may be right to.
        mistake(setting, file + " holds no token of dyn53 (32 letters a-z and digits 2-7)");
      } else {
        PrivateFile.complaint(file).ifPresent(text -> mistake(setting, text));
      }
      return token;
    } catch (IOException e) {
      mistake(setting, file + " can't be read");
      return Optional.empty();
    }
  }

  private static String quoted(Optional<Setting> setting) {
    return "\"" + setting.orElseThrow().value() + "\"";
  }

  /** Without the quotes around all of it. */
  static String unquoted(String text) {
    int end = text.length() - 1;
    boolean quoted =
        end > 0
            && text.charAt(0) == text.charAt(end)
            && (text.charAt(0) == '"' || text.charAt(0) == '\'');
    return quoted ? text.substring(1, end) : text;
  }
}
