package io.github.dyn53.cli.http;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.dns.Family;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * How a request and what came of it pass between {@link ExchangeProcess} and {@link
 * ExchangeHelper}: texts with their length before them, and a number first that tells this form
 * from others.
 */
final class ExchangeForm {

  private static final int FORM = 0x64353301;
  private static final int LONGEST = 1024 * 1024;

  private ExchangeForm() {}

  /** What is asked, and whose certificates to believe. */
  record Asked(HttpRequest request, Trust trust) {}

  static byte[] of(Asked asked) {
    HttpRequest request = asked.request();
    return written(out -> {
      text(out, request.method());
      text(out, request.url().toString());
      texts(out, request.headers());
      maybe(out, request.body());
      maybe(out, request.family().map(Family::name));
      out.writeLong(request.timeout().toMillis());
      maybe(out, asked.trust().file().map(Path::toString));
    });
  }

  static Asked asked(InputStream from) throws IOException {
    DataInputStream in = begun(from);
    try {
      String method = text(in);
      URI url = URI.create(text(in));
      Map<String, String> headers = texts(in);
      Optional<String> body = maybe(in);
      Optional<Family> family = maybe(in).map(Family::valueOf);
      Duration timeout = Duration.ofMillis(in.readLong());
      var trust = new Trust(maybe(in).map(Path::of));
      return new Asked(new HttpRequest(method, url, headers, body, family, timeout), trust);
    } catch (IllegalArgumentException e) {
      // What it says may be a secret.
      throw new IOException("no request");
    }
  }

  static byte[] of(HttpReply reply) {
    return written(out -> {
      out.writeInt(reply.status());
      texts(out, reply.headers());
      text(out, reply.body());
    });
  }

  static byte[] of(UnreachableException failure) {
    return written(out -> {
      out.writeInt(0);
      text(out, failure.reason().name());
      text(out, String.valueOf(failure.getMessage()));
    });
  }

  /**
   * Reads what came of a request.
   *
   * @throws UnreachableException where that is what came of it
   * @throws IOException where it is in another form, or cut off
   */
  static HttpReply reply(InputStream from) throws IOException {
    DataInputStream in = begun(from);
    int status = in.readInt();
    if (status != 0) {
      return new HttpReply(status, texts(in), text(in));
    }
    String reason = text(in);
    String message = text(in);
    for (Reason known : Reason.values()) {
      if (known.name().equals(reason)) {
        throw new UnreachableException(known, message);
      }
    }
    throw new IOException("no such reason");
  }

  /** What writes the fields of a form. */
  @FunctionalInterface
  private interface Fields {
    void write(DataOutputStream out) throws IOException;
  }

  private static byte[] written(Fields fields) {
    var bytes = new ByteArrayOutputStream(512);
    try {
      var out = new DataOutputStream(bytes);
      out.writeInt(FORM);
      fields.write(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  private static DataInputStream begun(InputStream from) throws IOException {
    var in = new DataInputStream(from);
    if (in.readInt() != FORM) {
      throw new IOException("another form");
    }
    return in;
  }

  private static void text(DataOutputStream out, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0 || length > LONGEST) {
      throw new IOException("no text is so long");
    }
    var bytes = new byte[length];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static void maybe(DataOutputStream out, Optional<String> text) throws IOException {
    out.writeBoolean(text.isPresent());
    if (text.isPresent()) {
      text(out, text.get());
    }
  }

  private static Optional<String> maybe(DataInputStream in) throws IOException {
    return in.readBoolean() ? Optional.of(text(in)) : Optional.empty();
  }

  private static void texts(DataOutputStream out, Map<String, String> texts) throws IOException {
    out.writeInt(texts.size());
    for (Map.Entry<String, String> entry : texts.entrySet()) {
      text(out, entry.getKey());
      text(out, entry.getValue());
    }
  }

  private static Map<String, String> texts(DataInputStream in) throws IOException {
    int size = in.readInt();
    var texts = new HashMap<String, String>();
    for (int i = 0; i < size; i++) {
      texts.put(text(in), text(in));
    }
    return texts;
  }
}
