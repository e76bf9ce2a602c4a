package io.github.dyn53.functions.golden;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.RecordType;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What clients send for a name and its wildcard, one request after the other. */
class ChallengeSequencesTest {

  private static final String NAME = "_acme-challenge.home.example.com";

  /** The values of the golden events: of the name, of the wildcard, and of the mode RAW. */
  private static final Map<String, String> VALUES =
      Map.of(
          "\"LHDhK3oGRvkiefQnx7OOczTY5Tic_xZ6HcMOc_gmtoM\"", "name",
          "\"Xz9vT0mVb7rYh3dE1kQpLw5sNfGcA8uJiR2oZxKyB4M\"", "wildcard",
          "\"lCM7cZyQXcVHK2nnW3jjAhNT3Fvm18UN-kWZZknKoYM\"", "raw");

  private final Map<String, GoldenEvent> events =
      GoldenEvent.all().stream().collect(toMap(GoldenEvent::name, identity()));

  private final GoldenHandler handler = new GoldenHandler();

  /** Each step is the name of an event and, after the arrow, what the zone holds then. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          httpreq-lego-present  > name | httpreq-lego-present-wildcard  > name wildcard | httpreq-lego-cleanup  > wildcard | httpreq-lego-cleanup-wildcard >
          httpreq-lego-present  > name | httpreq-lego-present           > name          | httpreq-lego-cleanup  >          | httpreq-lego-cleanup          >
          httpreq-lego-raw-present > raw | httpreq-lego-present         > raw name      | httpreq-lego-raw-cleanup > name  | httpreq-lego-cleanup          >
          acmeproxy-acme.sh-add > name | httpreq-lego-present-wildcard  > name wildcard | acmeproxy-acme.sh-rm  > wildcard | acmeproxy-acme.sh-rm          > wildcard
          acme-dns-acme.sh      > name | acme-dns-acme.sh-wildcard      > name wildcard | acme-dns-cpu-goacmedns     > name wildcard | acme-dns-libdns          > name wildcard
          duckdns-lego-present  > name | duckdns-lego-present-wildcard  > name wildcard | duckdns-lego-cleanup  >          | duckdns-lego-cleanup          >
          duckdns-acme.sh-add   > name | duckdns-acme.sh-rm             >               | duckdns-acme.sh-add   > name     | duckdns-acme.sh-rm            >
          duckdns-certbot-add   > name | duckdns-lego-present-wildcard  > name wildcard | duckdns-certbot-cleanup >        | duckdns-certbot-add           > name
          duckdns-libdns-append > name | duckdns-lego-present-wildcard  > name wildcard | duckdns-libdns-delete > wildcard | duckdns-libdns-get            > wildcard
          """)
  void zoneHoldsWhatClientsAreAboutToProve(String first, String second, String third, String fourth)
      throws IOException {
    for (String step : List.of(first, second, third, fourth)) {
      String[] parts = step.split(">", 2);
      GoldenEvent golden = Objects.requireNonNull(events.get(parts[0].strip()), step);

      assertThat(withoutUpshot(handler.answer(golden.event())))
          .as(step)
          .isEqualTo(withoutUpshot(golden.reply()));

      assertThat(challenges()).as(step).isEqualTo(parts[1].strip());
      assertThat(handler.records("home.example.com", RecordType.A)).containsExactly("11.22.33.44");
    }
  }

  /** What is taken away is there in a sequence, and in the fresh state of a lone event is not. */
  private static Map<String, Object> withoutUpshot(Map<String, Object> reply) {
    Map<String, Object> without = new HashMap<>(reply);
    without.computeIfPresent(
        "body", (key, body) -> body.toString().replaceFirst("\n(UPDATED|NOCHANGE)$", ""));
    return without;
  }

  private String challenges() {
    Stream<String> values = handler.records(NAME, RecordType.TXT).stream();
    return String.join(" ", values.map(value -> VALUES.getOrDefault(value, value)).toList());
  }
}
