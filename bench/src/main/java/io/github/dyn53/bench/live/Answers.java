package io.github.dyn53.bench.live;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

/** Asks the DNS server again and again for what was acknowledged, until it is there. */
final class Answers implements Runnable {

  private static final Duration ROUND = Duration.ofMillis(50);

  private final SimpleResolver resolver;
  private final Figures figures;
  private final Queue<Expected> fresh = new ConcurrentLinkedQueue<>();
  private volatile Instant end = Instant.MAX;

  private record Expected(Update update, Instant acknowledged) {}

  /**
   * Prepares it.
   *
   * @param dns address and port of the server
   */
  Answers(String dns, Figures figures) {
    int colon = dns.lastIndexOf(':');
    var address =
        new InetSocketAddress(dns.substring(0, colon), Integer.parseInt(dns.substring(colon + 1)));
    this.resolver = new SimpleResolver(address);
    this.figures = figures;
  }

  /** An update was acknowledged just now. */
  void expect(Update update) {
    fresh.add(new Expected(update, Instant.now()));
  }

  /** No more is to come; what is not there by then counts as lost. */
  void expectNoMore(Instant lost) {
    end = lost;
  }

  @Override
  public void run() {
    List<Expected> open = new ArrayList<>();
    while (!(end.isBefore(Instant.MAX) && fresh.isEmpty() && open.isEmpty())) {
      Instant round = Instant.now();
      for (Expected next = fresh.poll(); next != null; next = fresh.poll()) {
        open.add(next);
      }
      open.removeIf(this::isThere);
      if (Instant.now().isAfter(end)) {
        break;
      }
      pauseUntil(round.plus(ROUND));
    }
    figures.lost(open.size());
  }

  private boolean isThere(Expected expected) {
    if (!isAnswered(expected.update())) {
      return false;
    }
    figures.published(Duration.between(expected.acknowledged(), Instant.now()));
    return true;
  }

  private boolean isAnswered(Update update) {
    try {
      Name name = Name.fromString(update.hostname() + ".");
      var question = Message.newQuery(Record.newRecord(name, Type.A, DClass.IN));
      return resolver.send(question).getSection(Section.ANSWER).stream()
          .anyMatch(record -> record.rdataToString().equals(update.address()));
    } catch (IOException e) {
      return false;
    }
  }

  private static void pauseUntil(Instant time) {
    try {
      Thread.sleep(Duration.between(Instant.now(), time));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
