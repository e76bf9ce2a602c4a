package io.github.dyn53.functions.admin.clients;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The file of a client beside this class: lines {@code key: value}, then after an empty line what
 * to mind, and after a line {@code ---} what is to be entered.
 */
final class ClientFile {

  private static final String END_OF_HEAD = "\n\n";
  private static final String END_OF_ABOUT = "\n---\n";

  private final String name;
  private final String whole;

  private ClientFile(String name, String whole) {
    this.name = name;
    this.whole = whole;
  }

  static Client read(String name) {
    try (InputStream in = ClientFile.class.getResourceAsStream(name + ".txt")) {
      if (in == null) {
        throw new IllegalStateException("there is no text for the client " + name);
      }
      return new ClientFile(name, new String(in.readAllBytes(), UTF_8)).client();
    } catch (IOException e) {
      throw new UncheckedIOException("failed to read the text for the client " + name, e);
    }
  }

  private Client client() {
    int head = find(END_OF_HEAD, 0);
    int about = find(END_OF_ABOUT, head);
    Map<String, String> fields = fields(whole.substring(0, head));
    Function<String, String> field =
        key -> Optional.ofNullable(fields.get(key)).orElseThrow(() -> damaged(key));
    return new Client(
        name,
        field.apply("title"),
        Client.Purpose.valueOf(field.apply("purpose").toUpperCase(Locale.ROOT)),
        checked(field),
        field.apply("language"),
        whole.substring(head, about).strip(),
        whole.substring(about + END_OF_ABOUT.length()));
  }

  private int find(String end, int from) {
    int at = whole.indexOf(end, from);
    if (at < 0) {
      throw damaged("empty line or line of dashes");
    }
    return at;
  }

  private static Map<String, String> fields(String head) {
    return head.lines()
        .map(line -> line.split(": ", 2))
        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
  }

  private Checked checked(Function<String, String> field) {
    String word = field.apply("checked");
    return switch (word) {
      case "program" -> new Checked.Program(field.apply("evidence"));
      case "recorded" -> new Checked.Recorded(field.apply("evidence"));
      case "configuration" -> new Checked.ConfigurationOnly();
      default -> throw damaged("such check as \"%s\"".formatted(word));
    };
  }

  private IllegalStateException damaged(String missing) {
    return new IllegalStateException(
        "the text for the client %s has no %s".formatted(name, missing));
  }
}
