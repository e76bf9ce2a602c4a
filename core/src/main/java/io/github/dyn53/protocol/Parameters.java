package io.github.dyn53.protocol;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The parameters of a request, from its query and from the form in its body, in the order they were
 * sent. Reads anything: what is not percent-encoded as it should be stands for itself, and what is
 * not UTF-8 becomes a replacement character, which no name, address or secret contains.
 *
 * @param all every parameter, decoded
 */
record Parameters(List<Parameter> all) {

  /** What is read at the most; a request of any client has a handful. */
  private static final int MOST = 100;

  Parameters {
    all = List.copyOf(all);
  }

  /**
   * One parameter.
   *
   * @param name in lower case: some clients send {@code Hostname}
   * @param value decoded
   */
  record Parameter(String name, String value) {
    /** Without the value, which may be a secret. */
    @Override
    public String toString() {
      return name;
    }
  }

  static Parameters of(WebRequest request) {
    List<Parameter> all = new ArrayList<>();
    addTo(all, request.query());
    boolean form =
        request
            .header("content-type")
            .map(type ->
                type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded"))
            .orElse(false);
    if (request.method().equals("POST") && form) {
      addTo(all, request.body());
    }
    return new Parameters(all);
  }

  private static void addTo(List<Parameter> all, String encoded) {
    int at = 0;
    while (at < encoded.length() && all.size() < MOST) {
      int end = encoded.indexOf('&', at);
      String pair = encoded.substring(at, end < 0 ? encoded.length() : end);
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
      all.add(new Parameter(name.toLowerCase(Locale.ROOT), value));
      at += pair.length() + 1;
    }
  }

  /** The first parameter of this name that is not empty. */
  Optional<String> first(String name) {
    return all.stream()
        .filter(parameter -> parameter.name().equals(name) && !parameter.value().isEmpty())
        .map(Parameter::value)
        .findFirst();
  }

  /** The same with one more parameter. */
  Parameters with(String name, String value) {
    List<Parameter> more = new ArrayList<>(all);
    more.add(new Parameter(name, value));
    return new Parameters(more);
  }

  /** Every parameter of one of these names. */
  List<Parameter> named(Set<String> names) {
    return all.stream().filter(parameter -> names.contains(parameter.name())).toList();
  }

  static String decode(String encoded) {
    if (encoded.indexOf('%') < 0 && encoded.indexOf('+') < 0) {
      return encoded;
    }
    byte[] in = encoded.getBytes(StandardCharsets.UTF_8);
    var out = new byte[in.length];
    int length = 0;
    for (int i = 0; i < in.length; i++) {
      int escaped = in[i] == '%' && i + 2 < in.length ? hex(in[i + 1], in[i + 2]) : -1;
      if (escaped >= 0) {
        out[length++] = (byte) escaped;
        i += 2;
      } else {
        out[length++] = in[i] == '+' ? (byte) ' ' : in[i];
      }
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }

  private static int hex(byte high, byte low) {
    int first = Character.digit((char) high, 16);
    int second = Character.digit((char) low, 16);
    return first < 0 || second < 0 ? -1 : first << 4 | second;
  }
}
