package io.github.dyn53.cli.config;

import io.github.dyn53.access.Secret;
import io.github.dyn53.cli.process.ShellWords;
import io.github.dyn53.dns.Hostname;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a {@code ddclient.conf} comes to as a {@code dyn53.conf}.
 *
 * @param text of the dyn53.conf; holds the token
 * @param leftOut what could not be taken over, each in a sentence
 * @param missing what the text lacks of endpoint and token: neither file nor overrides say it; a
 *     server for which the file has no token of dyn53's may be anybody's, and is no endpoint to
 *     send one to
 */
public record DdclientConfiguration(String text, List<String> leftOut, Set<Key> missing) {

  /** Keys that mean something to ddclient alone, or that are understood below. */
  private static final Set<String> SILENT =
      Set.of(
          "protocol",
          "server",
          "login",
          "password",
          "ssl",
          "use",
          "usev4",
          "usev6",
          "web",
          "webv4",
          "webv6",
          "if",
          "ifv4",
          "ifv6",
          "cmd",
          "cmdv4",
          "cmdv6",
          "daemon",
          "script",
          "pid",
          "cache",
          "syslog",
          "quiet",
          "verbose",
          "debug",
          "web-skip",
          "webv4-skip",
          "webv6-skip",
          "max-interval",
          "min-interval",
          "min-error-interval",
          "fw",
          "fwv4",
          "fw-skip",
          "fwv4-skip",
          "run_ipv6",
          "ipv6",
          "exec",
          "foreground");

  public DdclientConfiguration {
    leftOut = List.copyOf(leftOut);
    missing = Set.copyOf(missing);
  }

  /** Translates the text of a ddclient.conf. */
  public static DdclientConfiguration read(String ddclient, DdclientOverrides overrides) {
    return new Translation(overrides).translate(DdclientLines.parse(ddclient));
  }

  @Override
  public String toString() {
    return "DdclientConfiguration[" + leftOut.size() + " left out]";
  }

  /** One file on its way to the other. */
  private static final class Translation {

    private final DdclientOverrides overrides;
    private final Set<String> leftOut = new LinkedHashSet<>();
    private final Set<Key> missing = EnumSet.noneOf(Key.class);
    private final Map<String, List<String>> blocks = new LinkedHashMap<>();
    private String endpoint = "";
    private String endpointPoll = "";
    private boolean knowsToken;

    private Translation(DdclientOverrides overrides) {
      this.overrides = overrides;
    }

    DdclientConfiguration translate(DdclientLines lines) {
      for (DdclientLines.Host host : lines.hosts()) {
        add(host);
      }
      if (lines.hosts().isEmpty()) {
        leftOut.add("the file names no host");
      }
      var text = new StringBuilder("# made from a ddclient.conf\n");
      List<String> endpoints = endpoint.isEmpty() ? overrides.endpoints() : List.of(endpoint);
      endpoints.forEach(url -> text.append("endpoint = ").append(url).append('\n'));
      overrides.tokenLine().ifPresent(line -> text.append(line).append('\n'));
      text.append(endpointPoll);
      for (Map.Entry<String, List<String>> block : blocks.entrySet()) {
        text.append("\nhost = ").append(block.getKey()).append('\n');
        block.getValue().forEach(line -> text.append(line).append('\n'));
      }
      if (!endpoints.isEmpty()) {
        missing.remove(Key.ENDPOINT);
      }
      if (!knowsToken && !blocks.isEmpty() && overrides.endpoints().isEmpty()) {
        missing.add(Key.ENDPOINT);
      }
      return new DdclientConfiguration(text.toString(), new ArrayList<>(leftOut), missing);
    }

    private void add(DdclientLines.Host host) {
      Map<String, String> settings = host.settings();
      Optional<Hostname> name = Hostname.parse(host.name());
      String protocol = settings.getOrDefault("protocol", "dyndns2");
      if (name.isEmpty()) {
        leftOut.add("host " + host.name() + ": it is no full host name");
      } else if (!protocol.equals("dyndns2") && !protocol.equals("duckdns")) {
        leftOut.add("host " + name.get() + ": its protocol " + protocol + " is not dyn53's");
      } else if (belongs(name.get(), settings)) {
        blocks.put(name.get().value(), block(name.get(), settings));
      }
      settings.keySet().forEach(this::mention);
    }

    private void mention(String key) {
      if (key.equals("postscript")) {
        leftOut.add("postscript: see on-change; the new address is in DYN53_IPV4 and DYN53_IPV6");
      } else if (!SILENT.contains(key)) {
        leftOut.add(key + ": there is nothing like it here");
      }
    }

    /** A dyn53.conf has one deployment: the one of the first host. */
    private boolean belongs(Hostname name, Map<String, String> settings) {
      if (!overrides.endpoints().isEmpty()) {
        return true;
      }
      String server = server(settings);
      if (server.isEmpty()) {
        leftOut.add("host " + name + ": no server is named, so it updates at dyndns.org");
        missing.add(Key.ENDPOINT);
        return false;
      }
      if (!endpoint.isEmpty() && !endpoint.equals(server)) {
        leftOut.add(
            "host " + name + ": its server is another one; give it a configuration of its own");
        return false;
      }
      if (server.startsWith("http:")) {
        leftOut.add("ssl: is off there; change endpoint to https if the server has it");
      }
      endpoint = server;
      return true;
    }

    private static String server(Map<String, String> settings) {
      String server = settings.getOrDefault("server", "");
      if (server.isEmpty() || server.startsWith("http://") || server.startsWith("https://")) {
        return server;
      }
      String script = settings.getOrDefault("script", "/nic/update");
      int end = script.indexOf("/nic/update");
      boolean tls = isYes(settings.getOrDefault("ssl", "no"));
      return (tls ? "https://" : "http://") + server + (end > 0 ? script.substring(0, end) : "");
    }

    private List<String> block(Hostname name, Map<String, String> settings) {
      var lines = new ArrayList<String>();
      Optional<Secret> token = Secret.parse(settings.getOrDefault("password", ""));
      knowsToken |= token.isPresent();
      if (overrides.tokenLine().isEmpty()) {
        tokenLine(name, token).ifPresent(lines::add);
      }
      lines.add("ipv4 = " + overrides.ipv4().orElseGet(() -> ipv4(settings)));
      lines.add("ipv6 = " + overrides.ipv6().orElseGet(() -> ipv6(settings)));
      pace(settings);
      return lines;
    }

    private Optional<String> tokenLine(Hostname name, Optional<Secret> token) {
      if (token.isEmpty()) {
        String where = endpoint.isEmpty() ? "" : " for " + endpoint;
        leftOut.add("host " + name + ": its password" + where + " is no token of dyn53");
        missing.add(Key.TOKEN);
      }
      return token.map(secret -> "token = " + secret.value());
    }

    private String ipv4(Map<String, String> settings) {
      String use = settings.getOrDefault("usev4", settings.getOrDefault("use", "ip"));
      return source(use, settings, "v4", "router, endpoint");
    }

    private String ipv6(Map<String, String> settings) {
      return settings.containsKey("usev6")
          ? source(settings.getOrDefault("usev6", ""), settings, "v6", "interface, endpoint")
          : "none    # as before; without this line IPv6 is followed too";
    }

    private void pace(Map<String, String> settings) {
      Optional<java.time.Duration> daemon =
          Durations.parse(settings.getOrDefault("daemon", "") + "s");
      if (daemon.isPresent() && daemon.get().toSeconds() >= 60) {
        endpointPoll = "endpoint-poll = " + daemon.get().toSeconds() + "s\n";
      }
    }

    /** The sources in place of ddclient's; a web page gives way to what dyn53 has itself. */
    private String source(
        String use, Map<String, String> settings, String version, String byDefault) {
      String kind = use.endsWith(version) ? use.substring(0, use.length() - 2) : use;
      String detail = settings.getOrDefault(kind + version, settings.getOrDefault(kind, ""));
      return switch (kind) {
        case "web" -> byDefault;
        case "if" -> detail.isEmpty() ? "interface" : "interface:" + detail;
        case "cmd" -> detail.isEmpty() ? byDefault : command(use, detail, byDefault);
        case "fw", "cisco", "cisco-asa" -> "router, endpoint";
        case "no", "disabled" -> "none";
        default -> {
          leftOut.add(use + ": dyn53 finds the address by " + byDefault);
          yield byDefault;
        }
      };
    }

    /** What ddclient gives to a shell; here a program is started without one. */
    private String command(String use, String line, String byDefault) {
      boolean plain = line.indexOf(',') < 0;
      for (String word : line.split(" +", 0)) {
        plain &= ShellWords.isPlain(word);
      }
      if (plain) {
        return "command:" + line;
      }
      leftOut.add(
          use
              + ": it needs a shell; put it into a script and name that, such as"
              + " command:/usr/local/bin/my-address");
      return byDefault;
    }

    private static boolean isYes(String value) {
      return value.equals("yes") || value.equals("true") || value.equals("1");
    }
  }
}
