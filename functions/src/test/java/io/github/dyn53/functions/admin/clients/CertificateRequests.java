package io.github.dyn53.functions.admin.clients;

import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What clients that were configured by a text send to prove that a host is the owner's. */
final class CertificateRequests {

  private static final String VALUE = "LHDhK3oGRvkiefQnx7OOczTY5Tic_xZ6HcMOc_gmtoM";

  private final Text text;

  private CertificateRequests(Text text) {
    this.text = text;
  }

  static List<Sent> of(String client, Text text) {
    var requests = new CertificateRequests(text);
    return switch (client) {
      case "lego" -> requests.lego();
      case "traefik" -> requests.traefik();
      case "caddy" -> requests.caddy();
      case "acme.sh" -> requests.acmeSh();
      case "cert-manager" -> requests.certManager();
      case "certbot" -> requests.certbot();
      default -> throw new AssertionError("nobody knows what %s sends".formatted(client));
    };
  }

  private List<Sent> lego() {
    return httpreq(
        text.variable("HTTPREQ_ENDPOINT"),
        text.variable("HTTPREQ_USERNAME"),
        text.variable("HTTPREQ_PASSWORD"));
  }

  private List<Sent> traefik() {
    Object environment = in(yaml().getFirst(), "services", "traefik", "environment");
    return httpreq(
        string(environment, "HTTPREQ_ENDPOINT"),
        string(environment, "HTTPREQ_USERNAME"),
        string(environment, "HTTPREQ_PASSWORD"));
  }

  private static List<Sent> httpreq(String endpoint, String user, String password) {
    String body =
        "{\"fqdn\":\"_acme-challenge.home.example.com.\",\"value\":\"%s\"}".formatted(VALUE);
    return List.of(
        Sent.post(endpoint + "/present", body, ".*").login(user, password),
        Sent.post(endpoint + "/cleanup", body, ".*").login(user, password));
  }

  private List<Sent> caddy() {
    return acmeDns(
        directive("server_url"),
        directive("username"),
        directive("password"),
        directive("subdomain"));
  }

  private String directive(String name) {
    return text.only("^\t+%s (\\S+)$".formatted(name));
  }

  private List<Sent> acmeSh() {
    return acmeDns(
        text.variable("ACMEDNS_BASE_URL"),
        text.variable("ACMEDNS_USERNAME"),
        text.variable("ACMEDNS_PASSWORD"),
        text.variable("ACMEDNS_SUBDOMAIN"));
  }

  /** The account is the one of the name that the certificate is for. */
  private List<Sent> certManager() {
    List<Object> documents = yaml();
    Object accounts = load(string(in(documents.get(0), "stringData"), "acmedns.json"));
    List<?> solvers = (List<?>) in(documents.get(1), "spec", "acme", "solvers");
    List<?> names = (List<?>) in(documents.get(2), "spec", "dnsNames");
    Object account = in(accounts, String.valueOf(names.getFirst()));
    return acmeDns(
        string(in(solvers.getFirst(), "dns01", "acmeDNS"), "host"),
        string(account, "username"),
        string(account, "password"),
        string(account, "subdomain"));
  }

  /** The reply holds the value in quotation marks: acme.sh looks for nothing else. */
  private static List<Sent> acmeDns(String server, String user, String password, String subdomain) {
    String body = "{\"subdomain\":\"%s\",\"txt\":\"%s\"}".formatted(subdomain, VALUE);
    return List.of(
        Sent.post(server + "/update", body, ".*\"" + VALUE + "\".*")
            .with("x-api-user", user)
            .with("x-api-key", password));
  }

  private List<Sent> certbot() {
    String body =
        text.only("-d \"(\\{.*\\})\"")
            .replace("\\\"", "\"")
            .replace("$CERTBOT_DOMAIN", "home.example.com")
            .replace("$CERTBOT_VALIDATION", VALUE);
    return text.all("-hook '/etc/letsencrypt/dyn53-hook ([a-z]+)'").stream()
        .map(step -> text.only(" \"(https:[^\"]+)\"").replace("$1", step))
        .map(url -> Sent.post(url, body, ".*"))
        .map(sent ->
            sent.login(text.only("printf .* '([^']+)' '"), text.only("printf .* '([^']+)' \\|")))
        .toList();
  }

  private List<Object> yaml() {
    var yaml = new Yaml(new SafeConstructor(new LoaderOptions()));
    return StreamSupport.stream(yaml.loadAll(text.whole()).spliterator(), false).toList();
  }

  private static Object load(String document) {
    return new Yaml(new SafeConstructor(new LoaderOptions())).load(document);
  }

  private static Object in(Object map, String... keys) {
    Object inner = map;
    for (String key : keys) {
      Object value = ((Map<?, ?>) inner).get(key);
      if (value == null) {
        throw new AssertionError("there is no " + key);
      }
      inner = value;
    }
    return inner;
  }

  private static String string(Object map, String key) {
    return String.valueOf(in(map, key));
  }
}
