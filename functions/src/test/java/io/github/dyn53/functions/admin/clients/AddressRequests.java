package io.github.dyn53.functions.admin.clients;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What clients send that were configured by a text, with the addresses of one home filled in. */
final class AddressRequests {

  static final String IPV4 = "11.22.33.55";
  static final String IPV6 = "2600:1:2::9";

  private static final String GOOD = "good %s\n".formatted(IPV4);
  private static final String GOOD_BOTH = "good %s,%s\n".formatted(IPV4, IPV6);
  private static final String OWN = "11\\.22\\.33\\.66";

  private final Text text;

  private AddressRequests(Text text) {
    this.text = text;
  }

  static List<Sent> of(String client, Text text) {
    var requests = new AddressRequests(text);
    return switch (client) {
      case "ddclient" -> requests.ddclient();
      case "ddclient-3" -> requests.ddclient3();
      case "inadyn" -> requests.inadyn();
      case "curl" -> requests.curl();
      case "dyn53" -> requests.dyn53();
      case "fritzbox" -> requests.fritzbox();
      case "openwrt" -> requests.openwrt();
      case "unifi" -> requests.unifi();
      case "edgerouter" -> requests.edgerouter();
      case "mikrotik" -> requests.mikrotik();
      case "pfsense" -> requests.pfsense();
      case "opnsense" -> requests.opnsense();
      case "synology" -> requests.synology();
      case "qnap" -> requests.qnap();
      case "asus" -> requests.asus();
      default -> throw new AssertionError("nobody knows what %s sends".formatted(client));
    };
  }

  private List<Sent> ddclient() {
    Map<String, String> set = text.settings();
    String url =
        "%s/nic/update?hostname=%s&myip=%s,%s"
            .formatted(set.get("server"), text.last(), IPV4, IPV6);
    return List.of(
        Sent.get(String.valueOf(set.get("webv4")), OWN),
        Sent.get(String.valueOf(set.get("webv6")), OWN),
        Sent.get(url, GOOD_BOTH)
            .login(String.valueOf(set.get("login")), String.valueOf(set.get("password"))));
  }

  private List<Sent> ddclient3() {
    Map<String, String> set = text.settings();
    String scheme = "yes".equals(set.get("ssl")) ? "https" : "http";
    return List.of(
        Sent.get(String.valueOf(set.get("webv4")), OWN),
        oldDdclient(
            scheme,
            String.valueOf(set.get("server")),
            text.last(),
            String.valueOf(set.get("login")),
            String.valueOf(set.get("password"))));
  }

  private static Sent oldDdclient(
      String scheme, String server, String host, String login, String password) {
    String url =
        "%s://%s/nic/update?system=dyndns&hostname=%s&myip=%s"
            .formatted(scheme, server, host, IPV4);
    return Sent.get(url, GOOD).login(login, password);
  }

  private List<Sent> inadyn() {
    String path = text.value("ddns-path").replace("%h", text.value("hostname")).replace("%i", IPV4);
    return List.of(
        Sent.get(text.value("checkip-command").replace("curl -4 -s ", ""), OWN),
        Sent.get("https://" + text.value("ddns-server") + path, GOOD)
            .login(text.value("username"), text.value("password")));
  }

  private List<Sent> curl() {
    String[] login = text.value("user").split(":", 2);
    return List.of(Sent.get(text.value("url"), "good " + OWN + "\n").login(login[0], login[1]));
  }

  private List<Sent> dyn53() {
    String endpoint = text.value("endpoint");
    return List.of(
        Sent.get(endpoint + "/checkip", OWN),
        Sent.get(
                "%s/nic/update?hostname=%s&myip=%s,%s"
                    .formatted(endpoint, text.value("host"), IPV4, IPV6),
                GOOD_BOTH)
            .with("authorization", "Bearer " + text.value("token")));
  }

  /** With IPv6 and without. */
  private List<Sent> fritzbox() {
    String url = text.field("Update URL").replace("<domain>", text.field("Domain name"));
    return List.of(
        byForm(
            url.replace("<ipaddr>", IPV4)
                .replace("<ip6addr>", IPV6)
                .replace("<ip6lanprefix>", "2600:1:2::/64"),
            "User name",
            GOOD_BOTH),
        byForm(
            url.replace("<ipaddr>", IPV4).replace("<ip6addr>", "").replace("<ip6lanprefix>", ""),
            "User name",
            GOOD));
  }

  private Sent byForm(String url, String userLabel, String success) {
    return Sent.get(url, success).login(text.field(userLabel), text.field("Password"));
  }

  /** By its own file, for each family; the section says that http: becomes https:. */
  private List<Sent> openwrt() {
    if (!text.option("use_https").equals("1")) {
      throw new AssertionError("http: would stay");
    }
    Map<String, Object> file = json(text.only("(?s)(\\{.*?\\}\\})\n"));
    return List.of(openwrt(file, "ipv4", IPV4), openwrt(file, "ipv6", IPV6));
  }

  private Sent openwrt(Map<String, Object> file, String part, String address) {
    Map<?, ?> family = (Map<?, ?>) Optional.ofNullable(file.get(part)).orElseThrow();
    String url =
        String.valueOf(family.get("url"))
            .replaceFirst("^http:", "https:")
            .replace("[DOMAIN]", text.option("domain"))
            .replace("[IP]", address)
            .replace("[USERNAME]", text.option("username"))
            .replace("[PASSWORD]", text.option("password"));
    return Sent.get(url, "(%s) %s\n".formatted(family.get("answer"), address));
  }

  private static Map<String, Object> json(String text) {
    try {
      return JSON.std.mapFrom(text);
    } catch (IOException e) {
      throw new UncheckedIOException(text, e);
    }
  }

  private List<Sent> unifi() {
    String url = "https://" + text.field("Server").replace("%h", text.field("Hostname"));
    return List.of(
        byForm(url.replace("%i", IPV4), "Username", GOOD),
        byForm(url.replace("%i", "auto"), "Username", "good " + OWN + "\n"));
  }

  private List<Sent> edgerouter() {
    String service = "^set service dns dynamic interface eth0 service custom-dyn53 %s (.+)$";
    String scheme = text.only(service.formatted("options")).equals("ssl=true") ? "https" : "http";
    return List.of(
        oldDdclient(
            scheme,
            text.only(service.formatted("server")),
            text.only(service.formatted("host-name")),
            text.only(service.formatted("login")),
            text.only(service.formatted("password"))));
  }

  private List<Sent> mikrotik() {
    return List.of(Sent.get(text.only(" url=\"([^\"]+)\""), "good " + OWN + "\n"));
  }

  private List<Sent> pfsense() {
    String match = text.field("Result Match").replace("%IP%", IPV4);
    return List.of(
        byForm(text.field("Update URL").replace("%IP%", IPV4), "Username", "(" + match + ")\n"));
  }

  private List<Sent> opnsense() {
    String url =
        "https://%s/nic/update?hostname=%s&myip=%s&system=dyndns&wildcard=NOCHG"
            .formatted(text.field("Server"), text.field("Hostname(s)"), IPV4);
    return List.of(byForm(url, "Username", GOOD).with("user-agent", "OPNsense-dyndns"));
  }

  private List<Sent> synology() {
    String url =
        text.field("Query URL")
            .replace("__HOSTNAME__", text.field("Hostname"))
            .replace("__MYIP__", IPV4)
            .replace("__USERNAME__", text.field("Username/Email"))
            .replace("__PASSWORD__", text.field("Password/Key"));
    return List.of(Sent.get(url, GOOD));
  }

  private List<Sent> qnap() {
    String url =
        text.field("URL")
            .replace("%HOST%", text.field("Hostname"))
            .replace("%IP%", IPV4)
            .replace("%USER%", text.field("Username"))
            .replace("%PASS%", text.field("Password"));
    return List.of(Sent.get(url, GOOD));
  }

  private List<Sent> asus() {
    return List.of(
        Sent.get(text.only(" \"(https:[^\"]+)\"").replace("$1", IPV4), GOOD)
            .login(text.only("printf .* '([^']+)' '"), text.only("printf .* '([^']+)' \\|")));
  }
}
