package io.github.dyn53.emulator.route53;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchRulesTest {
  private final HostedZones zones = TestZones.empty();
  private final HostedZone fresh = zones.create("dyn.example.org");

  /** The zone holds home A 192.0.2.1, home AAAA, and www CNAME. */
  private HostedZone zone() {
    TestZones.put(zones, fresh, "home.dyn.example.org", RecordType.A, 60, "192.0.2.1", "192.0.2.2");
    TestZones.put(zones, fresh, "home.dyn.example.org", RecordType.AAAA, 60, "2001:db8::1");
    TestZones.put(
        zones, fresh, "www.dyn.example.org", RecordType.CNAME, 60, "home.dyn.example.org");
    return zones.find(fresh.id()).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          CREATE home.dyn.example.org A 60 192.0.2.9        | Tried to create resource record set [name='home.dyn.example.org.', type='A'] but it already exists
          DELETE nas.dyn.example.org A 60 192.0.2.1         | Tried to delete resource record set [name='nas.dyn.example.org.', type='A'] but it was not found
          DELETE home.dyn.example.org A 60 192.0.2.1        | Tried to delete resource record set [name='home.dyn.example.org.', type='A'] but the values provided do not match the current values
          DELETE home.dyn.example.org A 61 192.0.2.1 192.0.2.2 | Tried to delete resource record set [name='home.dyn.example.org.', type='A'] but the values provided do not match the current values
          UPSERT a.example.org A 60 192.0.2.1               | RRSet with DNS name a.example.org. is not permitted in zone dyn.example.org.
          UPSERT evildyn.example.org A 60 192.0.2.1         | RRSet with DNS name evildyn.example.org. is not permitted in zone dyn.example.org.
          UPSERT a\\056dyn.example.org A 60 192.0.2.1       | RRSet with DNS name a\\056dyn.example.org. is not permitted in zone dyn.example.org.
          UPSERT dyn.example.org CNAME 60 a.example.net     | RRSet of type CNAME with DNS name dyn.example.org. is not permitted at apex in zone dyn.example.org.
          UPSERT home.dyn.example.org CNAME 60 a.example.net | RRSet of type CNAME with DNS name home.dyn.example.org. is not permitted as it conflicts with other records with the same DNS name in zone dyn.example.org.
          UPSERT www.dyn.example.org A 60 192.0.2.1         | RRSet of type A with DNS name www.dyn.example.org. is not permitted because a conflicting RRSet of type CNAME with the same DNS name already exists in zone dyn.example.org.
          UPSERT new.dyn.example.org CNAME 60 a.org b.org   | RRSet of type CNAME must hold exactly one resource record
          UPSERT new.dyn.example.org SOA 60 a.org.          | RRSet of type SOA with DNS name new.dyn.example.org. is not permitted below the apex in zone dyn.example.org.
          UPSERT *.dyn.example.org NS 60 ns.a.org           | RRSet of type NS with DNS name \\052.dyn.example.org. is not permitted for a wildcard in zone dyn.example.org.
          UPSERT a*.dyn.example.org A 60 192.0.2.1          | The * of a wildcard must be the whole leftmost label: 'a*.dyn.example.org'
          UPSERT new.dyn.example.org A 60 192.0.2.1 192.0.2.1 | Duplicate Resource Record: '192.0.2.1'
          UPSERT new.dyn.example.org AAAA 60 2001:db8::1 2001:DB8:0::1 | Duplicate Resource Record: '2001:DB8:0::1'
          UPSERT new.dyn.example.org A 60 999.1.1.1         | Invalid Resource Record: 'FATAL problem: ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address) encountered with '999.1.1.1''
          UPSERT new..dyn.example.org A 60 192.0.2.1        | FATAL problem: DomainLabelEmpty (Domain label is empty) encountered with 'new..dyn.example.org'
          """)
  void refusesChange(String change, String message) {
    assertThat(messages(change)).contains(message);
  }

  @Test
  void keepsSoaAndNameServersAtTheApex() {
    var soa = String.join(" ", fresh.soa().values());
    var ns = String.join(" ", fresh.find(fresh.name(), RecordType.NS).orElseThrow().values());

    assertThat(
            messages(
                new RecordSetChange(
                    ChangeAction.DELETE, "dyn.example.org", RecordType.SOA, 900, List.of(soa))))
        .containsExactly("A HostedZone must contain exactly one SOA record.");
    assertThat(messages("DELETE dyn.example.org NS 172800 " + ns))
        .containsExactly("A HostedZone must contain at least one NS record for the zone itself.");
  }

  @ParameterizedTest
  @CsvSource({
    "UPSERT, UPSERT, false",
    "CREATE, CREATE, false",
    "CREATE, UPSERT, false",
    "UPSERT, DELETE, false",
    "DELETE, DELETE, false",
    "DELETE, UPSERT, false",
    "DELETE, CREATE, true"
  })
  void takesSecondChangeOfSameSetOnlyToReplaceIt(String first, String second, boolean taken) {
    var name = first.equals("CREATE") ? "new" : "home";
    var messages =
        messages(
            first + " " + name + ".dyn.example.org A 60 192.0.2.1 192.0.2.2",
            second + " " + name + ".DYN.example.org. A 60 192.0.2.1 192.0.2.2");

    assertThat(messages.isEmpty()).isEqualTo(taken);
    if (!taken) {
      assertThat(messages)
          .contains(
              "The request contains an invalid set of changes for a resource record set 'A %s.dyn.example.org.'"
                  .formatted(name));
    }
  }

  @Test
  void namesEveryChangeThatCannotBeMade() {
    assertThat(
            messages(
                "UPSERT ok.dyn.example.org A 60 192.0.2.1",
                "UPSERT a.example.net A 60 999.1.1.1",
                "CREATE home.dyn.example.org A 60 192.0.2.1"))
        .hasSize(3);
  }

  @Test
  void deletesSetWhoseValuesComeInAnotherOrder() {
    assertThat(messages("DELETE Home.dyn.example.org. A 60 192.0.2.2 192.0.2.1")).isEmpty();
  }

  @Test
  void replacesAliasByAddressInOneBatch() {
    var outcome =
        apply(
            "DELETE www.dyn.example.org CNAME 60 home.dyn.example.org",
            "CREATE www.dyn.example.org A 60 192.0.2.1");

    assertThat(outcome)
        .isInstanceOfSatisfying(
            BatchOutcome.Applied.class,
            applied -> {
              assertThat(TestZones.describe(applied.records().stream()))
                  .contains("www.dyn.example.org. A");
              assertThat(TestZones.describe(applied.records().stream()))
                  .doesNotContain("www.dyn.example.org. CNAME");
            });
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE, 1000, true",
    "CREATE, 1001, false",
    "UPSERT, 500, true",
    "UPSERT, 501, false"
  })
  void countsElementsAndThoseOfUpsertsTwice(ChangeAction action, int sets, boolean taken) {
    var changes =
        IntStream.range(0, sets)
            .mapToObj(i ->
                new RecordSetChange(
                    action, "h" + i + ".dyn.example.org", RecordType.A, 60, List.of("192.0.2.1")))
            .toArray(RecordSetChange[]::new);

    assertThat(messages(changes))
        .isEqualTo(taken ? List.of() : List.of("Number of records limit of 1000 exceeded."));
  }

  @ParameterizedTest
  @CsvSource({"CREATE, 128, true", "CREATE, 129, false", "UPSERT, 64, true", "UPSERT, 65, false"})
  void countsCharactersAndThoseOfUpsertsTwice(ChangeAction action, int sets, boolean taken) {
    var value = "\"" + "a".repeat(248) + "\"";
    var changes =
        IntStream.range(0, sets)
            .mapToObj(i ->
                new RecordSetChange(
                    action, "h" + i + ".dyn.example.org", RecordType.TXT, 60, List.of(value)))
            .toArray(RecordSetChange[]::new);

    assertThat(messages(changes))
        .isEqualTo(taken ? List.of() : List.of("Number of characters limit of 32000 exceeded."));
  }

  @Test
  void refusesMoreRecordSetsThanTheZoneMayHold() {
    var batch = new ChangeBatch(List.of(parse("CREATE new.dyn.example.org A 60 192.0.2.1")), "");

    assertThat(BatchRules.apply(zone(), batch, 6)).isInstanceOf(BatchOutcome.Applied.class);
    assertThat(BatchRules.apply(zone(), batch, 5)).isInstanceOf(BatchOutcome.Refused.class);
  }

  private List<String> messages(String... changes) {
    return messages(
        Arrays.stream(changes).map(BatchRulesTest::parse).toArray(RecordSetChange[]::new));
  }

  private List<String> messages(RecordSetChange... changes) {
    return switch (BatchRules.apply(zone(), new ChangeBatch(List.of(changes), ""), 10_000)) {
      case BatchOutcome.Applied applied -> List.of();
      case BatchOutcome.Refused(var messages) -> messages;
    };
  }

  private BatchOutcome apply(String... changes) {
    return BatchRules.apply(
        zone(),
        new ChangeBatch(Arrays.stream(changes).map(BatchRulesTest::parse).toList(), ""),
        10_000);
  }

  private static RecordSetChange parse(String text) {
    var words = List.of(text.split(" ", -1));
    return new RecordSetChange(
        ChangeAction.valueOf(words.get(0)),
        words.get(1),
        RecordType.valueOf(words.get(2)),
        Long.parseLong(words.get(3)),
        words.subList(4, words.size()));
  }
}
