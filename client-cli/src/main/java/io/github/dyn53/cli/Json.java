package io.github.dyn53.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dyn53.cli.address.ChainFinding;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.config.Configuration;
import io.github.dyn53.cli.config.HostSettings;
import io.github.dyn53.cli.state.HostState;
import io.github.dyn53.cli.state.State;
import io.github.dyn53.cli.update.Event;
import io.github.dyn53.cli.update.HostReport;
import io.github.dyn53.cli.update.Round;
import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.SpecialPurpose;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Prints results for programs, one JSON object with a line end. */
record Json(PrintStream out) {

  /** Writes what is inside an object. */
  interface Content {
    void write(JsonGenerator json) throws IOException;
  }

  void round(Round round) {
    print(json -> {
      json.writeArrayFieldStart("hosts");
      for (HostReport report : round.reports()) {
        json.writeStartObject();
        json.writeStringField("host", report.host().value());
        json.writeStringField("result", report.result().word());
        write(json, report.addresses());
        json.writeStringField("text", report.text());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  /** Why there is nothing else to tell; on one line, as a watch tells all. */
  void failure(String text) {
    out.println(text(json -> json.writeStringField("text", text), false));
  }

  /** One line of a log, on one line. */
  void logged(Instant time, String level, String line) {
    logged(time, level, line, json -> {});
  }

  /** An event on one line of a log. */
  void event(Instant time, Event event) {
    String line = event.host() + ": " + event.reason();
    logged(
        time,
        "event",
        line,
        json -> {
          json.writeStringField("event", event.kind().word());
          json.writeStringField("host", event.host().value());
          write(json, event.now());
          text(json, "oldIpv4", event.before().ipv4().map(IpAddress::text));
          text(json, "oldIpv6", event.before().ipv6().map(IpAddress::text));
          json.writeStringField("reason", event.reason());
        });
  }

  private void logged(Instant time, String level, String line, Content more) {
    Content content =
        json -> {
          json.writeStringField("time", time.toString());
          json.writeStringField("level", level);
          json.writeStringField("text", line);
          more.write(json);
        };
    out.println(text(content, false));
    out.flush();
  }

  void addresses(List<AddressText.Answer> answers) {
    print(json -> {
      json.writeArrayFieldStart("chains");
      for (AddressText.Answer answer : answers) {
        json.writeStartObject();
        json.writeStringField("family", answer.family() == Family.IPV4 ? "ipv4" : "ipv6");
        json.writeArrayFieldStart("hosts");
        for (String host : answer.hosts()) {
          json.writeString(host);
        }
        json.writeEndArray();
        text(json, "address", address(answer.finding().outcome()));
        text(json, "secondNat", answer.finding().hiddenNat());
        json.writeArrayFieldStart("sources");
        for (ChainFinding.Seen seen : answer.finding().seen()) {
          json.writeStartObject();
          json.writeStringField("source", seen.source());
          text(json, "address", address(seen.finding()));
          text(json, "notPublic", seen.purpose().map(SpecialPurpose::word));
          json.writeStringField("text", seen.describe());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static Optional<String> address(Finding finding) {
    return finding instanceof Finding.Found found
        ? Optional.of(found.address().text())
        : Optional.empty();
  }

  void status(Configuration configuration, State state) {
    print(json -> {
      json.writeArrayFieldStart("hosts");
      for (HostSettings host : configuration.hosts()) {
        json.writeStartObject();
        json.writeStringField("host", host.name().value());
        write(json, state.of(host.name()));
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void write(JsonGenerator json, HostState host) throws IOException {
    write(json, host.sent());
    time(json, "sentAt", host.sentAt());
    text(json, "lastAnswer", host.lastAnswer());
    time(json, "answeredAt", host.answeredAt());
    time(json, "noAddressAt", host.addresslessAt());
    text(json, "refused", host.stop().map(stop -> stop.code().word()));
    time(json, "refusedSince", host.stop().map(stop -> stop.since()));
    json.writeNumberField("failures", host.holdOff().map(hold -> hold.failures()).orElse(0));
    text(json, "trouble", host.holdOff().map(hold -> hold.reason()));
    time(json, "nextTryAt", host.holdOff().map(hold -> hold.until()));
  }

  private static void write(JsonGenerator json, Addresses addresses) throws IOException {
    text(json, "ipv4", addresses.ipv4().map(IpAddress::text));
    text(json, "ipv6", addresses.ipv6().map(IpAddress::text));
  }

  static void text(JsonGenerator json, String name, Optional<String> text) throws IOException {
    if (text.isPresent()) {
      json.writeStringField(name, text.get());
    } else {
      json.writeNullField(name);
    }
  }

  private static void time(JsonGenerator json, String name, Optional<Instant> time)
      throws IOException {
    text(json, name, time.map(Instant::toString));
  }

  void print(Content content) {
    out.println(text(content, true));
  }

  /** An object, without a line end. */
  static String text(Content content, boolean pretty) {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      if (pretty) {
        json.useDefaultPrettyPrinter();
      }
      json.writeStartObject();
      content.write(json);
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory", e);
    }
    return text.toString();
  }
}
