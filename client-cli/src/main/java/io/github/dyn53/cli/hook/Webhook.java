package io.github.dyn53.cli.hook;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.dyn53.cli.http.HttpClient;
import io.github.dyn53.cli.http.HttpReply;
import io.github.dyn53.cli.http.HttpRequest;
import io.github.dyn53.cli.http.UnreachableException;
import io.github.dyn53.cli.log.Log;
import io.github.dyn53.cli.update.Event;
import io.github.dyn53.dns.IpAddress;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Posts an event to a web address as JSON. */
public final class Webhook {

  private static final Duration TIMEOUT = Duration.ofSeconds(10);
  private static final int FIRST_ERROR = 300;

  private final HttpClient http;
  private final URI url;
  private final String userAgent;
  private final Log log;

  /** Posts to this address, which may hold a secret and is never printed. */
  public Webhook(HttpClient http, URI url, String userAgent, Log log) {
    this.http = http;
    this.url = url;
    this.userAgent = userAgent;
    this.log = log;
  }

  void send(Event event) {
    var headers = Map.of("Content-Type", "application/json", "User-Agent", userAgent);
    var request =
        new HttpRequest("POST", url, headers, Optional.of(json(event)), Optional.empty(), TIMEOUT);
    try {
      HttpReply reply = http.exchange(request);
      if (reply.status() >= FIRST_ERROR) {
        log.warn("the webhook at " + url.getHost() + " answered with status " + reply.status());
      }
    } catch (UnreachableException e) {
      log.warn("the webhook at " + url.getHost() + " can't be reached: " + e.getMessage());
    }
  }

  private static String json(Event event) {
    var text = new StringWriter();
    try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
      json.writeStartObject();
      json.writeStringField("event", event.kind().word());
      json.writeStringField("host", event.host().value());
      write(json, "ipv4", event.now().ipv4());
      write(json, "ipv6", event.now().ipv6());
      write(json, "oldIpv4", event.before().ipv4());
      write(json, "oldIpv6", event.before().ipv6());
      json.writeStringField("reason", event.reason());
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("writing into memory", e);
    }
    return text.toString();
  }

  private static void write(JsonGenerator json, String name, Optional<? extends IpAddress> address)
      throws IOException {
    if (address.isPresent()) {
      json.writeStringField(name, address.get().text());
    } else {
      json.writeNullField(name);
    }
  }
}
