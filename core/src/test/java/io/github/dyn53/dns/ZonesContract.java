package io.github.dyn53.dns;

import static io.github.dyn53.dns.RecordType.A;
import static io.github.dyn53.dns.RecordType.AAAA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dyn53.FreshNames;
import io.github.dyn53.dns.RecordChange.Delete;
import io.github.dyn53.dns.RecordChange.Upsert;
import io.github.dyn53.dns.ZonePage.Start;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Zones} keeps to. */
public abstract class ZonesContract {

  private static final Duration TIME_LIMIT = Duration.ofSeconds(10);
  private static final ZoneId NO_ZONE = new ZoneId("Z00000000000000000000");

  private final String label = FreshNames.label();

  /** The zones under test; the same ones at each call. */
  protected abstract Zones zones();

  /** A zone among them that records may be written to. */
  protected abstract ZoneId zone();

  /** The name of that zone. */
  protected abstract DnsName zoneName();

  /** Puts an alias in place of a record set of that zone, as an owner may do in the console. */
  protected abstract void putAlias(RecordKey key);

  @Test
  void upsertCreatesAndReplaces() {
    RecordSet first = recordSet(label, A, 60, "9.1.2.3");
    RecordSet second = recordSet(label, A, 300, "9.1.2.4");

    change(new Upsert(first));
    assertThat(find(first.key())).contains(first);
    change(new Upsert(second));
    assertThat(find(first.key())).contains(second);
    change(new Upsert(second));
    assertThat(find(first.key())).contains(second);
  }

  @Test
  void findsNothingWhereThereIsNothing() {
    assertThat(find(key(label, A))).isEmpty();
  }

  @Test
  void findsNothingUnderAnotherNameOrType() {
    change(new Upsert(recordSet(label + "m", A, 60, "9.1.2.3")));

    // What comes after the name in a listing must not be taken for it.
    assertThat(find(key(label + "a", A))).isEmpty();
    assertThat(find(key(label + "z", A))).isEmpty();
    assertThat(find(key("*." + label + "m", A))).isEmpty();
    assertThat(find(key(label + "m", AAAA))).isEmpty();
  }

  @Test
  void keepsTypesOfOneNameApart() {
    RecordSet ipv4 = recordSet(label, A, 60, "9.1.2.3");
    RecordSet ipv6 = recordSet(label, AAAA, 61, "2600:1:2::3");
    change(new Upsert(ipv4), new Upsert(ipv6));

    assertThat(find(ipv4.key())).contains(ipv4);
    assertThat(find(ipv6.key())).contains(ipv6);

    change(new Delete(ipv4));
    assertThat(find(ipv4.key())).isEmpty();
    assertThat(find(ipv6.key())).contains(ipv6);
  }

  @Test
  void findsWildcardName() {
    RecordSet wildcard = recordSet("*." + label, A, 60, "9.1.2.3");
    RecordSet plain = recordSet(label, A, 60, "9.1.2.4");
    change(new Upsert(wildcard), new Upsert(plain));

    assertThat(find(wildcard.key())).contains(wildcard);
    assertThat(find(plain.key())).contains(plain);
    change(new Delete(wildcard));
    assertThat(find(wildcard.key())).isEmpty();
    assertThat(find(plain.key())).contains(plain);
  }

  @Test
  void keepsText() {
    RecordSet text = recordSet("_acme-challenge." + label, RecordType.TXT, 1, "\"a b\"", "\"c\"");
    change(new Upsert(text));

    assertThat(find(text.key()))
        .hasValueSatisfying(
            found -> assertThat(found.values()).containsExactlyInAnyOrder("\"a b\"", "\"c\""));
  }

  @Test
  void deletesWhatMatches() {
    RecordSet recordSet = recordSet(label, A, 60, "9.1.2.3");
    change(new Upsert(recordSet));

    change(new Delete(recordSet));

    assertThat(find(recordSet.key())).isEmpty();
  }

  @Test
  void refusesToDeleteWhatDoesNotMatch() {
    RecordSet stored = recordSet(label, A, 60, "9.1.2.3");
    change(new Upsert(stored));

    assertRefused(new Delete(recordSet(label, A, 61, "9.1.2.3")));
    assertRefused(new Delete(recordSet(label, A, 60, "9.1.2.4")));
    assertRefused(new Delete(recordSet(label, AAAA, 60, "2600::1")));
    assertRefused(new Delete(recordSet(label + "x", A, 60, "9.1.2.3")));

    assertThat(find(stored.key())).contains(stored);
  }

  @Test
  void appliesBatchWholeOrNotAtAll() {
    RecordSet before = recordSet(label, A, 60, "9.1.2.3");
    RecordSet after = recordSet(label, A, 60, "9.1.2.4");
    RecordSet added = recordSet(label + "n", A, 60, "9.1.2.5");
    RecordSet absent = recordSet(label + "x", A, 60, "9.1.2.6");
    change(new Upsert(before));

    assertRefused(new Upsert(after), new Upsert(added), new Delete(absent));

    assertThat(find(before.key())).contains(before);
    assertThat(find(added.key())).isEmpty();
  }

  @Test
  void takesBatchOfTwentyHostsWithWildcardsAndBothFamilies() {
    List<RecordSet> recordSets = new ArrayList<>();
    for (int host = 0; host < 20; host++) {
      for (String prefix : List.of("", "*.")) {
        String name = prefix + label + "-" + host;
        recordSets.add(recordSet(name, A, 60, "9.1.2." + host));
        recordSets.add(recordSet(name, AAAA, 60, "2600::" + (host + 1)));
      }
    }

    change(recordSets.stream().map(Upsert::new).toArray(RecordChange[]::new));

    assertThat(find(recordSets.get(0).key())).contains(recordSets.get(0));
    assertThat(find(recordSets.get(79).key())).contains(recordSets.get(79));
  }

  /** More than Route 53 puts on one page. */
  @Test
  void listsEachRecordSetOnce() {
    List<RecordSet> recordSets = new ArrayList<>();
    for (int host = 0; host < 320; host++) {
      recordSets.add(recordSet(label + "-" + host, A, 60, "9.1.2.3"));
    }
    recordSets.add(recordSet("*." + label, AAAA, 61, "2600::1"));
    change(recordSets.stream().map(Upsert::new).toArray(RecordChange[]::new));

    assertThat(listed()).containsAll(recordSets).doesNotHaveDuplicates();
  }

  @Test
  void listsWhatItDoesNotReadByNameAndType() {
    RecordSet plain = recordSet(label, AAAA, 61, "2600::1");
    change(new Upsert(plain), new Upsert(recordSet(label, A, 60, "9.1.2.3")));
    putAlias(key(label, A));

    ZonePage page =
        zones().list(zone(), Optional.of(new Start(plain.key().name().value(), "A")), TIME_LIMIT);

    assertThat(page.foreign()).containsOnlyOnce(key(label, A)).doesNotContain(plain.key());
    assertThat(page.recordSets()).contains(plain).noneMatch(set -> set.key().equals(key(label, A)));
    assertThatThrownBy(() -> find(key(label, A)))
        .isInstanceOf(ZoneRefusedException.class)
        .hasMessage(
            key(label, A).text() + " is an alias or has a routing policy: dyn53 leaves it alone");
  }

  @Test
  void listsFromTheNameOnThatItIsAskedFor() {
    RecordSet first = recordSet(label + "-a", A, 60, "9.1.2.3");
    RecordSet second = recordSet(label + "-b", A, 60, "9.1.2.3");
    change(new Upsert(first), new Upsert(second));

    var absent = new Start(key(label + "-aa", A).name().value(), "A");
    var present = new Start(second.key().name().value(), "A");

    assertThat(zones().list(zone(), Optional.of(absent), TIME_LIMIT).recordSets())
        .startsWith(second);
    assertThat(zones().list(zone(), Optional.of(present), TIME_LIMIT).recordSets())
        .startsWith(second);
  }

  private List<RecordSet> listed() {
    List<RecordSet> listed = new ArrayList<>();
    Optional<ZonePage.Start> from = Optional.empty();
    do {
      ZonePage page = zones().list(zone(), from, TIME_LIMIT);
      listed.addAll(page.recordSets());
      from = page.next();
    } while (from.isPresent());
    return listed;
  }

  @Test
  void refusesUnknownZone() {
    RecordSet recordSet = recordSet(label, A, 60, "9.1.2.3");

    assertThatThrownBy(() -> zones().change(NO_ZONE, List.of(new Upsert(recordSet)), TIME_LIMIT))
        .isInstanceOf(ZoneRefusedException.class);
    assertThatThrownBy(() -> zones().find(NO_ZONE, recordSet.key(), TIME_LIMIT))
        .isInstanceOf(ZoneRefusedException.class);
    assertThatThrownBy(() -> zones().list(NO_ZONE, Optional.empty(), TIME_LIMIT))
        .isInstanceOf(ZoneRefusedException.class);
  }

  private void assertRefused(RecordChange... changes) {
    assertThatThrownBy(() -> change(changes)).isInstanceOf(ZoneRefusedException.class);
  }

  private void change(RecordChange... changes) {
    zones().change(zone(), List.of(changes), TIME_LIMIT);
  }

  private Optional<RecordSet> find(RecordKey key) {
    return zones().find(zone(), key, TIME_LIMIT);
  }

  private RecordKey key(String relative, RecordType type) {
    return new RecordKey(new DnsName(relative + "." + zoneName()), type);
  }

  private RecordSet recordSet(String relative, RecordType type, long ttl, String... values) {
    return new RecordSet(key(relative, type), ttl, List.of(values));
  }
}
