package io.github.dyn53.emulator.crash;

import io.github.dyn53.emulator.cloud.HttpUpdates;
import io.github.dyn53.emulator.cloud.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A host whose addresses change all the time, and its client: where it is not told that an update
 * was made, it asks again or goes on to the next addresses. It remembers what DNS may answer.
 */
final class RestlessHost {

  /** What API Gateway says where Lambda says that the function's process ended. */
  private static final Reply CRASHED = new Reply(500, "{\"message\":\"Internal Server Error\"}");

  private final String hostname;
  private final int firstNumber;
  private final SplittableRandom random;
  private final List<Wish> possible = new ArrayList<>();
  private boolean acknowledged = true;
  private int wishes;

  /** What came of asking. */
  enum Outcome {
    /** The service said {@code good} or {@code nochg}. */
    ACKNOWLEDGED,
    /** The service said that there is trouble that passes. */
    REFUSED,
    /** The function died over it. */
    CRASHED
  }

  /**
   * A host without addresses.
   *
   * @param index sets its addresses apart from those of other hosts
   */
  RestlessHost(String hostname, int index, SplittableRandom random) {
    this.hostname = hostname;
    this.firstNumber = index << 16;
    this.random = random;
  }

  String hostname() {
    return hostname;
  }

  /** Asks once. */
  Outcome update(HttpUpdates updates, String secret) {
    if (acknowledged || random.nextBoolean()) {
      possible.add(new Wish(firstNumber + ++wishes));
    }
    return ask(updates, secret);
  }

  private Outcome ask(HttpUpdates updates, String secret) {
    Wish wish = possible.getLast();
    Reply reply = updates.get(secret, "hostname=%s&myip=%s".formatted(hostname, wish.addresses()));
    acknowledged = reply.status() == 200;
    if (reply.equals(CRASHED)) {
      return Outcome.CRASHED;
    }
    return switch (reply.word()) {
      case "good", "nochg" -> {
        possible.retainAll(List.of(wish));
        yield Outcome.ACKNOWLEDGED;
      }
      case "911" -> Outcome.REFUSED;
      default -> throw new AssertionError(hostname + ": " + reply);
    };
  }

  /** What was acknowledged last, and what was asked for since then in vain, as far as is known. */
  List<Wish> possible() {
    return List.copyOf(possible);
  }
}
