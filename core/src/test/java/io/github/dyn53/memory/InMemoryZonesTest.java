package io.github.dyn53.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Ipv4Address;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.dns.Zones;
import io.github.dyn53.dns.ZonesContract;
import io.github.dyn53.memory.InMemoryZones.Fault;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InMemoryZonesTest extends ZonesContract {

  private static final ZoneId ZONE = new ZoneId("ZMEMORY");
  private static final RecordSet HOME =
      RecordSet.of(new DnsName("home.example.com"), Ttl.DEFAULT, new Ipv4Address(1));

  private final InMemoryZones zones = new InMemoryZones();

  @BeforeEach
  void createZone() {
    zones.create(ZONE);
  }

  @Override
  protected Zones zones() {
    return zones;
  }

  @Override
  protected ZoneId zone() {
    return ZONE;
  }

  @Override
  protected DnsName zoneName() {
    return new DnsName("example.com");
  }

  @Override
  protected void putAlias(RecordKey key) {
    zones.putForeign(ZONE, key);
  }

  @Test
  void failsBeforeItApplies() {
    zones.failNext(Fault.BUSY);
    zones.failNext(Fault.REFUSED);

    assertThatThrownBy(this::upsert).isInstanceOf(ZoneUnavailableException.class);
    assertThatThrownBy(this::upsert).isInstanceOf(ZoneRefusedException.class);
    assertThat(zones.find(ZONE, HOME.key(), Duration.ZERO)).isEmpty();
  }

  @Test
  void losesTheAnswerButNotTheChange() {
    zones.failNext(Fault.ANSWER_LOST);

    assertThatThrownBy(this::upsert).isInstanceOf(ZoneUnavailableException.class);

    assertThat(zones.find(ZONE, HOME.key(), Duration.ZERO)).contains(HOME);
    assertThat(zones.changes()).isEqualTo(1);
  }

  private void upsert() {
    zones.change(ZONE, List.of(new RecordChange.Upsert(HOME)), Duration.ofSeconds(1));
  }
}
