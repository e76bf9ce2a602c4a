package io.github.dyn53.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.HandMovedClock;
import io.github.dyn53.TestBed;
import io.github.dyn53.access.TokenHash;
import io.github.dyn53.dns.IpAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortProbesTest {

  private static final IpAddress ADDRESS = IpAddress.parse("9.1.2.3").orElseThrow();
  private static final TokenHash MINE = TestBed.SECRET.hash();
  private static final TokenHash THEIRS = new TokenHash("0".repeat(64));

  private final HandMovedClock clock = new HandMovedClock(TestBed.START);
  private final List<String> probed = new ArrayList<>();
  private final PortProbes probes =
      new PortProbes(
          (address, port) -> {
            probed.add(address.text() + ":" + port);
            return Reachability.CLOSED;
          },
          clock);

  @Test
  void probesWhatItIsAsked() {
    assertThat(probes.probe(MINE, ADDRESS, 443)).contains(Reachability.CLOSED);
    assertThat(probed).containsExactly("9.1.2.3:443");
  }

  @Test
  void probesSixTimesInAnyMinute() {
    for (int time = 0; time < 6; time++) {
      assertThat(probes.probe(MINE, ADDRESS, 443)).isPresent();
      clock.advance(Duration.ofSeconds(5));
    }
    assertThat(probes.probe(MINE, ADDRESS, 443)).isEmpty();
    assertThat(probes.probe(THEIRS, ADDRESS, 443)).isPresent();

    clock.advance(Duration.ofSeconds(30));

    assertThat(probes.probe(MINE, ADDRESS, 443)).isPresent();
    assertThat(probes.probe(MINE, ADDRESS, 443)).isEmpty();
    assertThat(probed).hasSize(8);
  }
}
