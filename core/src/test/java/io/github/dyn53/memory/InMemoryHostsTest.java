package io.github.dyn53.memory;

import static io.github.dyn53.host.HostSamples.bare;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dyn53.FreshNames;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.HostSave;
import io.github.dyn53.host.Hosts;
import io.github.dyn53.host.HostsContract;
import io.github.dyn53.host.StateUnavailableException;
import io.github.dyn53.memory.InMemoryHosts.Fault;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryHostsTest extends HostsContract {

  private final InMemoryHosts hosts = new InMemoryHosts();
  private final Hostname home = FreshNames.hostname();

  @Override
  protected Hosts hosts() {
    return hosts;
  }

  @Override
  protected void spoil(Hostname hostname) {
    hosts.spoil(hostname, "told to be spoilt");
  }

  @Test
  void failsBeforeOrAfterItWrites() {
    hosts.failNext(Fault.NOT_DONE);
    hosts.failNext(Fault.NONE);
    hosts.failNext(Fault.RACE_LOST);
    hosts.failNext(Fault.ANSWER_LOST);
    List<HostSave> saves = List.of(HostSave.silent(bare(home)));

    assertThatThrownBy(() -> hosts.save(saves)).isInstanceOf(StateUnavailableException.class);
    assertThat(hosts.read(List.of(home)).hosts()).isEmpty();
    assertThat(hosts.save(saves)).isFalse();
    assertThatThrownBy(() -> hosts.save(saves)).isInstanceOf(StateUnavailableException.class);
    assertThat(hosts.read(List.of(home)).hosts()).containsKey(home);
    assertThat(hosts.calls()).isEqualTo(5);
  }
}
