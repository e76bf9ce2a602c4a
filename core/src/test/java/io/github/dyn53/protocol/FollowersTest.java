package io.github.dyn53.protocol;

import static io.github.dyn53.TestBed.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.host.Group;
import io.github.dyn53.host.HostSettings;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One name in the router, and what its owner learns of the hosts behind it. */
class FollowersTest {

  private static final Hostname NAS = new Hostname("nas.example.com");
  private static final Hostname CAM = new Hostname("cam.example.com");

  private final Wire wire = new Wire();

  private void follow(Hostname follower, ZoneId zone) {
    wire.bed().add(follower, HostSettings.in(zone).in(Group.following(HOME)));
  }

  /** No line of the reply speaks of it, so that it would go unnoticed for ever. */
  @ParameterizedTest
  @CsvSource({"/nic/update?hostname=home.example.com, good", "/update?domains=home, OK"})
  void countsFollowersToo(String target, String word) {
    HostSettings leader = wire.bed().host(HOME).settings();
    wire.bed().settings(HOME, leader.in(Group.NONE.with(NAS).with(CAM)));
    follow(NAS, TestBed.ZONE);
    follow(CAM, new ZoneId("ZGONE"));

    Handled handled = wire.get(target + "&ip=9.1.2.3&myip=9.1.2.3&token=" + Wire.SECRET, Map.of());

    assertThat(handled.reply().body()).startsWith(word);
    assertThat(handled.summary().outcome()).isEqualTo(word);
    assertThat(handled.summary().verdicts())
        .containsExactlyInAnyOrder(Verdict.UPDATED, Verdict.UPDATED, Verdict.FAILED);
    assertThat(handled.summary().notes()).singleElement().asString().startsWith("cam.example.com");
  }
}
