package io.github.dyn53.cli.address;

import io.github.dyn53.dns.Hostname;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A source of addresses as configuration names it. */
public sealed interface SourceSpec {

  /** What the configuration says, which {@link #parse} reads back. */
  String text();

  /** The protocols a router may speak. */
  enum Protocol {
    PCP("pcp"),
    NAT_PMP("nat-pmp"),
    IGD("igd");

    private final String word;

    Protocol(String word) {
      this.word = word;
    }
  }

  /**
   * The router of the default route.
   *
   * @param only the protocol to ask by; all of them, one after the other, where absent
   */
  record Router(Optional<Protocol> only) implements SourceSpec {

    /** Whether it may be asked by this protocol. */
    public boolean offers(Protocol protocol) {
      return only.isEmpty() || only.get() == protocol;
    }

    @Override
    public String text() {
      return only.isEmpty() ? "router" : "router:" + only.get().word;
    }
  }

  /** What dyn53's own endpoint sees. */
  record Endpoint() implements SourceSpec {
    @Override
    public String text() {
      return "endpoint";
    }
  }

  /**
   * An interface of this machine.
   *
   * @param interfaceName the one of the default route where absent
   */
  record Interface(Optional<String> interfaceName) implements SourceSpec {
    @Override
    public String text() {
      return interfaceName.isEmpty() ? "interface" : "interface:" + interfaceName.get();
    }
  }

  /**
   * A program that prints the address.
   *
   * @param words program and arguments
   */
  record Command(List<String> words) implements SourceSpec {

    public Command {
      words = List.copyOf(words);
    }

    @Override
    public String text() {
      return "command:" + String.join(" ", words);
    }
  }

  /**
   * What a name server answers for a name.
   *
   * @param server name or address literal
   */
  record Dns(Hostname name, String server) implements SourceSpec {
    @Override
    public String text() {
      return "dns:" + name + "@" + server;
    }
  }

  /**
   * Reads a chain such as {@code router, endpoint}; {@code none} is the empty one. A comma always
   * separates, so a command can hold none.
   *
   * @throws IllegalArgumentException with a message for people
   */
  static List<SourceSpec> parseChain(String text) {
    if (text.strip().equals("none")) {
      return List.of();
    }
    List<SourceSpec> chain = new ArrayList<>();
    int from = 0;
    while (from <= text.length()) {
      int comma = text.indexOf(',', from);
      int to = comma < 0 ? text.length() : comma;
      SourceSpec source = parse(text.substring(from, to));
      if (chain.contains(source)) {
        throw new IllegalArgumentException("\"" + source.text() + "\" stands there twice");
      }
      chain.add(source);
      from = to + 1;
    }
    return List.copyOf(chain);
  }

  /**
   * Reads one source.
   *
   * @throws IllegalArgumentException with a message for people
   */
  static SourceSpec parse(String text) {
    String source = text.strip();
    int colon = source.indexOf(':');
    String kind = colon < 0 ? source : source.substring(0, colon);
    Optional<String> detail =
        colon < 0 ? Optional.empty() : Optional.of(source.substring(colon + 1).strip());
    return switch (kind) {
      case "router" -> new Router(detail.isEmpty() ? Optional.empty() : protocol(detail.get()));
      case "endpoint" -> endpoint(detail);
      case "interface" -> new Interface(detail.isEmpty() ? detail : interfaceName(detail.get()));
      case "command" -> command(detail.orElse(""));
      case "dns" -> dns(detail.orElse(""));
      case "none" ->
          throw new IllegalArgumentException("\"none\" stands alone: it means no source at all");
      case "" -> throw new IllegalArgumentException("a source is missing between commas");
      default ->
          throw new IllegalArgumentException(
              "there is no source \""
                  + source
                  + "\"; there are router, router:pcp, router:nat-pmp, router:igd, endpoint,"
                  + " interface, interface:NAME, command:PROGRAM and dns:NAME@SERVER");
    };
  }

  private static Optional<Protocol> protocol(String word) {
    for (Protocol protocol : Protocol.values()) {
      if (protocol.word.equals(word)) {
        return Optional.of(protocol);
      }
    }
    throw new IllegalArgumentException(
        "a router is asked by pcp, nat-pmp or igd, not by \"" + word + "\"");
  }

  private static SourceSpec endpoint(Optional<String> detail) {
    if (detail.isPresent()) {
      throw new IllegalArgumentException(
          "\"endpoint\" takes nothing behind it: which one says the key `endpoint`");
    }
    return new Endpoint();
  }

  private static Optional<String> interfaceName(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException(
          "the name of the interface is missing, such as interface:eth0");
    }
    return Optional.of(name);
  }

  private static SourceSpec command(String line) {
    if (line.isEmpty()) {
      throw new IllegalArgumentException(
          "the program is missing, such as command:/usr/local/bin/my-address");
    }
    List<String> words = new ArrayList<>();
    for (String word : line.split(" +", 0)) {
      words.add(word);
    }
    return new Command(words);
  }

  private static SourceSpec dns(String question) {
    int at = question.indexOf('@');
    Optional<Hostname> name = at < 1 ? Optional.empty() : Hostname.parse(question.substring(0, at));
    String server = question.substring(at + 1);
    if (name.isEmpty() || server.isEmpty() || server.indexOf('@') >= 0) {
      throw new IllegalArgumentException(
          "\"dns:"
              + question
              + "\" is not of the form dns:NAME@SERVER, such as"
              + " dns:myip.opendns.com@resolver1.opendns.com");
    }
    return new Dns(name.get(), server);
  }
}
