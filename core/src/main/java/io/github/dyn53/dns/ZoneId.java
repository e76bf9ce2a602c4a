package io.github.dyn53.dns;

import java.util.regex.Pattern;

/**
 * The id of a hosted zone, without the {@code /hostedzone/} that Route 53 puts before it.
 *
 * @param value such as {@code Z0123456789ABCDEFGHIJ}
 */
public record ZoneId(String value) {

  private static final String PREFIX = "/hostedzone/";
  private static final Pattern FORM = Pattern.compile("[A-Z0-9]{1,32}");

  public ZoneId {
    value = value.startsWith(PREFIX) ? value.substring(PREFIX.length()) : value;
    if (!FORM.matcher(value).matches()) {
      throw new IllegalArgumentException("not the id of a hosted zone: \"%s\"".formatted(value));
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
