package io.github.dyn53.cli.router;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class MembershipsTest {

  private final Set<String> gone = new HashSet<>();
  private final Set<String> loopbacks = new HashSet<>();
  private final Set<String> failing = new HashSet<>();
  private final List<String> joins = new ArrayList<>();
  private final Memberships<String> memberships = new Memberships<>(new Links());

  /** Links of this machine, by name. */
  private final class Links implements Memberships.Links<String> {

    @Override
    public boolean isLan(String link) throws IOException {
      if (gone.contains(link)) {
        throw new SocketException("No such device");
      }
      return !loopbacks.contains(link);
    }

    @Override
    public void join(String link) throws IOException {
      joins.add(link);
      if (failing.contains(link)) {
        throw new SocketException("No buffer space available");
      }
    }
  }

  @Test
  void joinsOnEachNetworkOnce() {
    loopbacks.add("lo");

    memberships.renew(List.of("lo", "eth0"));
    memberships.renew(List.of("lo", "eth0", "wlan0"));

    assertThat(joins).containsExactly("eth0", "wlan0");
  }

  /** As the links of containers come and go. */
  @Test
  void joinsOnTheOthersWhereOneHasJustGone() {
    gone.add("veth1");

    memberships.renew(List.of("veth1", "eth0"));

    assertThat(joins).containsExactly("eth0");
  }

  @Test
  void triesAgainWhereItCouldNotJoin() {
    failing.add("eth0");
    memberships.renew(List.of("eth0", "wlan0"));
    failing.clear();

    memberships.renew(List.of("eth0", "wlan0"));

    assertThat(joins).containsExactlyInAnyOrder("eth0", "wlan0", "eth0");
  }

  @Test
  void joinsAnewOnALinkThatWentAndCame() {
    memberships.renew(List.of("eth0"));
    memberships.renew(List.of());
    memberships.renew(List.of("eth0"));

    assertThat(joins).containsExactly("eth0", "eth0");
  }
}
