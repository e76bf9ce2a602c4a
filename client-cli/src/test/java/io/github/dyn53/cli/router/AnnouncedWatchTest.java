package io.github.dyn53.cli.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.address.AddressSource;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.link.DefaultRoute;
import io.github.dyn53.cli.link.Routes;
import io.github.dyn53.cli.update.Desk;
import io.github.dyn53.cli.update.ScriptedSource;
import io.github.dyn53.cli.watch.Comparison;
import io.github.dyn53.cli.watch.Freshness;
import io.github.dyn53.cli.watch.Signal;
import io.github.dyn53.cli.watch.Signals;
import io.github.dyn53.cli.watch.Views;
import io.github.dyn53.cli.watch.Watch;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a watch makes of an announcement: a look, and nothing else that is in it. */
class AnnouncedWatchTest {

  @TempDir private Path folder = Path.of("");

  private final ScriptedSource router = new ScriptedSource("router");
  private final ScriptedSource none = new ScriptedSource("none");
  private final AtomicInteger looks = new AtomicInteger();

  @Test
  void looksAfterAnyEpochAndTakesTheAddressFromTheRouterAlone() throws Exception {
    router.find("11.22.33.44");
    var desk = new Desk(folder, InstantSource.system());
    var signals = new Signals();
    Routes routes = family -> Optional.of(new DefaultRoute("lo", IpAddress.parse("127.0.0.1")));
    try (var announcements =
            new RouterAnnouncements(
                    0, routes, announcement -> signals.signal(Signal.ROUTER_ANNOUNCED))
                .started();
        var gateway = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      Thread watch = Thread.ofPlatform().start(() -> watch(desk, signals));
      // Later, the same again, backward, the beginning, the end of the numbers, each with a lie.
      for (String epoch : List.of("00000100", "00000100", "00000003", "00000000", "ffffffff")) {
        int before = awaitMoreThan(0);
        byte[] packet = Packets.hex("00 80 0000 " + epoch + " 06060606");
        gateway.send(
            new DatagramPacket(
                packet, packet.length, InetAddress.getLoopbackAddress(), announcements.port()));
        awaitMoreThan(before);
        // All the looks of one announcement, so that the next one's are its own.
        Thread.sleep(3_300);
      }
      signals.signal(Signal.STOP);
      watch.join();
    }

    assertThat(desk.endpoint().queries())
        .containsExactly("hostname=home.example.com&myip=11.22.33.44");
  }

  private void watch(Desk desk, Signals signals) {
    var random = new Random(7);
    var counted =
        new AddressSource() {
          @Override
          public String name() {
            return router.name();
          }

          @Override
          public Finding find(Family family) {
            looks.incrementAndGet();
            return router.find(family);
          }
        };
    var updater = desk.updater(counted, none, "home.example.com");
    var comparison = new Comparison(new Views(List.of(), Optional.empty(), none), desk);
    var attention = new Watch.Attention(new Freshness(), comparison, random, desk);
    new Watch(updater, signals, Duration.ofHours(1), attention).run();
  }

  private int awaitMoreThan(int number) throws InterruptedException {
    for (int i = 0; i < 500 && looks.get() <= number; i++) {
      Thread.sleep(10);
    }
    assertThat(looks.get()).isGreaterThan(number);
    return looks.get();
  }
}
