package io.github.dyn53.functions.admin.clients;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.functions.admin.clients.Client.Purpose;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The page {@code docs/routers.md}, made of the texts that the admin function answers with. */
final class RoutersPage {

  static final String COMMAND =
      "mvn -pl core,functions test -Dtest=RoutersPageTest"
          + " -Dsurefire.failIfNoSpecifiedTests=false -Ddyn53.write";

  static final String SUMMARY_HEAD = "| tested here | clients |\n|---|---|\n";

  private static final Setup EXAMPLE =
      new Setup(new Endpoint("https://ddns.example.com"), new Hostname("home.example.com"));

  private static final String HEAD =
      """
      <!-- Made of the texts in functions/src/main/resources/io/github/dyn53/functions/admin/clients. To write it anew:
      COMMAND -->
      # Routers and other clients

      Here the host is `home.example.com`, the server `ddns.example.com`, and `TOKEN` stands for the token's secret. Your own server and host stand in the
      configuration that the admin function gives you: for the client you name, or for each, if you name none.

      ```sh
      aws lambda invoke --function-name NAME --cli-binary-format raw-in-base64-out \\
        --payload '{"command":"host.setup","hostname":"home.example.com","client":"fritzbox"}' /dev/stdout |
        jq -r '.configurations[]?, .error.message // empty'
      ```

      `host.add` answers with them at once. The secret is in none of them: it is shown once, when the token is made. To have it in its place then, ask
      `token.create` with `"show":"fritzbox"`.

      The user name may be anything; the host name is a good one. A client that is not here may take one of the
      [URLs of the README](../README.md#point-your-router-at-it).

      """;

  private static final String LEGEND =
      """

      - **the program** itself, configured word for word as below, runs in a test against the emulator;
      - **its request**, as its source or its makers' documents show it, is answered in a test;
      - **configuration only**: a test answers what the text below makes it ask for, and nobody here has seen the device do it.
      """;

  private static final String CERTIFICATES =
      """

      ## Certificates

      These write the challenge of a name and of `*.` before it straight into the zone: no CNAME, nothing to register. The token must be one that may write TXT records
      (`token.create` with `"records":["a","aaaa","txt"]`); a router's should not. The reply comes once all of Route 53's name servers have the challenge,
      or after `ChallengeWait` seconds: its `status` is `INSYNC` or `PENDING`.
      """;

  private RoutersPage() {}

  static String text() {
    return HEAD.replace("COMMAND", COMMAND)
        + table()
        + LEGEND
        + "\n## Addresses\n"
        + sections(Purpose.ADDRESS)
        + CERTIFICATES
        + sections(Purpose.CERTIFICATE);
  }

  /** The README's short table: which clients are checked how. */
  static String summary() {
    return SUMMARY_HEAD
        + group("the program itself, configured so", Checked.Program.class)
        + group("its request, as its source or documents show it", Checked.Recorded.class)
        + group("what its configuration makes it ask for", Checked.ConfigurationOnly.class);
  }

  private static String group(String words, Class<? extends Checked> how) {
    return Clients.all().stream()
        .filter(client -> how.isInstance(client.checked()))
        .map(client -> "[%s](docs/routers.md#%s)".formatted(client.title(), anchor(client.title())))
        .collect(Collectors.joining(", ", "| %s | ".formatted(words), " |\n"));
  }

  private static String table() {
    return Clients.all().stream()
        .map(RoutersPage::row)
        .collect(
            Collectors.joining(
                "", "| client | name | for | checked by |\n|---|---|---|---|\n", ""));
  }

  private static String row(Client client) {
    return "| [%s](#%s) | `%s` | %s | %s |\n"
        .formatted(
            client.title(),
            anchor(client.title()),
            client.name(),
            client.purpose() == Purpose.ADDRESS ? "addresses" : "certificates",
            checked(client.checked()));
  }

  private static String checked(Checked checked) {
    return switch (checked) {
      case Checked.Program(String evidence) -> "[the program](../%s)".formatted(evidence);
      case Checked.Recorded(String evidence) -> "[its request](../%s)".formatted(evidence);
      case Checked.ConfigurationOnly() -> "configuration only";
    };
  }

  /** As GitHub makes them: lower case, punctuation gone, dashes for spaces. */
  private static String anchor(String title) {
    return title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9 -]", "").replace(' ', '-');
  }

  private static String sections(Purpose purpose) {
    List<Client> clients =
        Clients.all().stream().filter(client -> client.purpose() == purpose).toList();
    return clients.stream().map(RoutersPage::section).collect(Collectors.joining());
  }

  private static String section(Client client) {
    return "\n### %s\n\n%s\n\n```%s\n%s```\n"
        .formatted(
            client.title(),
            client.about(EXAMPLE),
            client.language(),
            client.configuration(EXAMPLE));
  }
}
