package io.github.dyn53.cli.state;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.protocol.ReturnCode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The state as text: {@code key = value}, one block for each {@code host} and one for {@code
 * checkip} before them where there is something to remember, times in milliseconds of Unix time.
 * The last line is {@code end}, so that a file cut short is known for one.
 */
final class StateText {

  private static final String FIRST = "# what dyn53 remembers; it may be deleted at any time";
  private static final String LAST = "end";

  private StateText() {}

  static String write(State state) {
    var text = new StringBuilder(FIRST).append('\n');
    var names = new ArrayList<String>();
    for (Hostname host : state.hosts().keySet()) {
      names.add(host.value());
    }
    Collections.sort(names);
    if (state.checkip().isPresent()) {
      write(text, "checkip", "held");
      write(text, state.checkip().get());
    }
    for (String name : names) {
      write(text, "host", name);
      write(text, state.of(new Hostname(name)));
    }
    return text.append(LAST).append('\n').toString();
  }

  private static void write(StringBuilder text, HostState host) {
    write(text, "sent", addresses(host.sent()));
    writeTime(text, "sent-at", host.sentAt());
    if (host.lastAnswer().isPresent()) {
      write(text, "answer", host.lastAnswer().get());
    }
    writeTime(text, "answered-at", host.answeredAt());
    writeTime(text, "complained-at", host.complainedAt());
    writeTime(text, "addressless-at", host.addresslessAt());
    if (host.stop().isPresent()) {
      Stop stop = host.stop().get();
      write(text, "stop", stop.code().word());
      write(text, "stop-fingerprint", stop.fingerprint());
      writeTime(text, "stop-since", Optional.of(stop.since()));
      write(text, "stop-addresses", addresses(stop.addresses()));
    }
    if (host.holdOff().isPresent()) {
      write(text, host.holdOff().get());
    }
  }

  private static void write(StringBuilder text, HoldOff hold) {
    write(text, "failures", Integer.toString(hold.failures()));
    writeTime(text, "hold-since", Optional.of(hold.since()));
    writeTime(text, "hold-until", Optional.of(hold.until()));
    write(text, "hold-unreachable", Boolean.toString(hold.unreachable()));
    write(text, "hold-reason", hold.reason().replace('\n', ' '));
  }

  private static void write(StringBuilder text, String key, String value) {
    text.append(key).append(" = ").append(value).append('\n');
  }

  private static void writeTime(StringBuilder text, String key, Optional<Instant> time) {
    if (time.isPresent()) {
      write(text, key, Long.toString(time.get().toEpochMilli()));
    }
  }

  private static String addresses(Addresses addresses) {
    return addresses.describe();
  }

  /**
   * Reads what {@link #write} wrote.
   *
   * @throws IllegalArgumentException where it is something else
   */
  static State read(String text) {
    var hosts = new LinkedHashMap<Hostname, HostState>();
    var block = new HashMap<String, String>();
    Optional<HoldOff> checkip = Optional.empty();
    boolean ended = false;
    for (String line : lines(text)) {
      if (ended) {
        throw new IllegalArgumentException("text after the end");
      }
      ended = line.equals(LAST);
      int equals = line.indexOf(" = ");
      if (ended || line.startsWith("host = ")) {
        if (block.containsKey("checkip")) {
          checkip = Optional.of(hold(block));
          block.clear();
        }
        finish(block, hosts);
      }
      if (!ended && equals < 0) {
        throw new IllegalArgumentException("not a line of a state file");
      }
      if (!ended) {
        block.put(line.substring(0, equals), line.substring(equals + 3));
      }
    }
    if (!ended) {
      throw new IllegalArgumentException("the file was cut short");
    }
    return new State(hosts, checkip);
  }

  private static List<String> lines(String text) {
    var lines = new ArrayList<String>();
    for (int from = 0; from < text.length(); ) {
      int end = text.indexOf('\n', from);
      end = end < 0 ? text.length() : end;
      String line = text.substring(from, end);
      if (!line.isEmpty() && line.charAt(0) != '#') {
        lines.add(line);
      }
      from = end + 1;
    }
    return lines;
  }

  private static void finish(Map<String, String> block, Map<Hostname, HostState> hosts) {
    if (!block.isEmpty()) {
      hosts.put(new Hostname(required(block, "host")), host(block));
      block.clear();
    }
  }

  private static HostState host(Map<String, String> block) {
    return new HostState(
        addresses(required(block, "sent")),
        time(block, "sent-at"),
        Optional.ofNullable(block.get("answer")),
        time(block, "answered-at"),
        block.containsKey("stop") ? Optional.of(stop(block)) : Optional.empty(),
        block.containsKey("failures") ? Optional.of(hold(block)) : Optional.empty(),
        time(block, "complained-at"),
        // Absent in what a version before this one wrote, which skips what it does not know.
        time(block, "addressless-at"));
  }

  private static Stop stop(Map<String, String> block) {
    return new Stop(
        code(required(block, "stop")),
        required(block, "stop-fingerprint"),
        time(block, "stop-since").orElseThrow(() -> missing("stop-since")),
        addresses(required(block, "stop-addresses")));
  }

  private static HoldOff hold(Map<String, String> block) {
    return new HoldOff(
        failures(required(block, "failures")),
        time(block, "hold-since").orElseThrow(() -> missing("hold-since")),
        time(block, "hold-until").orElseThrow(() -> missing("hold-until")),
        Boolean.parseBoolean(required(block, "hold-unreachable")),
        required(block, "hold-reason"));
  }

  private static ReturnCode code(String word) {
    return ReturnCode.of(word).orElseThrow(() -> new IllegalArgumentException("no return code"));
  }

  private static Addresses addresses(String text) {
    Addresses addresses = Addresses.NONE;
    for (int from = 0; from < text.length() && !text.equals("-"); ) {
      int end = text.indexOf(", ", from);
      end = end < 0 ? text.length() : end;
      Optional<IpAddress> address = IpAddress.parse(text.substring(from, end));
      if (address.isEmpty()) {
        throw new IllegalArgumentException("no address");
      }
      addresses = addresses.with(address.get());
      from = end + 2;
    }
    return addresses;
  }

  private static Optional<Instant> time(Map<String, String> block, String key) {
    String text = block.get(key);
    return text == null ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis(key, text)));
  }

  private static long millis(String key, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + " is no number", e);
    }
  }

  private static int failures(String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("failures is no number", e);
    }
  }

  private static String required(Map<String, String> block, String key) {
    String value = block.get(key);
    if (value == null) {
      throw missing(key);
    }
    return value;
  }

  private static IllegalArgumentException missing(String key) {
    return new IllegalArgumentException(key + " is missing");
  }
}
