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
import io.github.dyn53.cli.watch.Timeline;
import io.github.dyn53.cli.watch.Views;
import io.github.dyn53.cli.watch.Watch;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a watch makes of an announcement: a look, and nothing else that is in it. */
class AnnouncedWatchTest {

  /** Later, the same again, backward, the beginning, the end of the numbers. */
  private static final List<String> EPOCHS =
      List.of("00000100", "00000100", "00000003", "00000000", "ffffffff");

  /** The looks that follow an announcement are seconds away, the usual one an hour. */
  private static final Duration IDLE = Duration.ofMinutes(10);

  @TempDir private Path folder = Path.of("");

  private final ScriptedSource router = new ScriptedSource("router");
  private final ScriptedSource none = new ScriptedSource("none");
  private int looks;

  @Test
  void looksAfterAnyEpochAndTakesTheAddressFromTheRouterAlone() throws Exception {
    router.find("11.22.33.44");
    var desk = new Desk(folder, InstantSource.system());
    Routes routes = family -> Optional.of(new DefaultRoute("lo", IpAddress.parse("127.0.0.1")));
    var time = new AnnouncedTime();
    try (var announcements =
            new RouterAnnouncements(
                    0, routes, announcement -> time.signals.add(Signal.ROUTER_ANNOUNCED))
                .started();
        var gateway = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
      time.announce = packet -> send(gateway, announcements.port(), packet);
      watch(desk, time);
    }

    // One at the start; then three for each, at once and as the router settles.
    assertThat(time.looksWhenIdle).containsExactly(1, 4, 7, 10, 13, 16);
    assertThat(desk.endpoint().queries())
        .containsExactly("hostname=home.example.com&myip=11.22.33.44");
  }

  /** Announcements come over a socket, and time passes at once but for those. */
  private final class AnnouncedTime implements Timeline {

    private final Deque<String> epochs = new ArrayDeque<>(EPOCHS);
    private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
    private final List<Integer> looksWhenIdle = new ArrayList<>();
    private Announcer announce = packet -> {};
    private long nanos;

    @Override
    public long nanos() {
      return nanos;
    }

    @Override
    public Signal await(Duration atMost) {
      if (atMost.compareTo(IDLE) < 0) {
        nanos += atMost.toNanos();
        return Signal.TICK;
      }
      looksWhenIdle.add(looks);
      if (epochs.isEmpty()) {
        return Signal.STOP;
      }
      nanos += IDLE.toNanos();
      return announced(epochs.remove());
    }

    private Signal announced(String epoch) {
      try {
        // Two within a tenth of a second are taken for one.
        Thread.sleep(120);
        // With an address in it that is a lie.
        announce.announce(Packets.hex("00 80 0000 " + epoch + " 06060606"));
        return Optional.ofNullable(signals.poll(20, TimeUnit.SECONDS))
            .orElseThrow(() -> new AssertionError("nothing was heard of epoch " + epoch));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return Signal.STOP;
      }
    }
  }

  @FunctionalInterface
  private interface Announcer {
    void announce(byte[] packet);
  }

  private static void send(DatagramSocket from, int port, byte[] packet) {
    try {
      var to = InetAddress.getLoopbackAddress();
      from.send(new DatagramPacket(packet, packet.length, to, port));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void watch(Desk desk, Timeline time) {
    var random = new Random(7);
    var counted =
        new AddressSource() {
          @Override
          public String name() {
            return router.name();
          }

          @Override
          public Finding find(Family family) {
            looks++;
            return router.find(family);
          }
        };
    var updater = desk.updater(counted, none, "home.example.com");
    var comparison = new Comparison(new Views(List.of(), Optional.empty(), none), desk);
    var attention = new Watch.Attention(new Freshness(), comparison, () -> false, random, desk);
    assertThat(new Watch(updater, time, Duration.ofHours(1), attention).run()).isFalse();
  }
}
