package io.github.dyn53.emulator.lambda;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The ways in which Lambda lets a caller name a function: {@code name}, {@code name:qualifier},
 * {@code account:function:name} and the whole ARN, with or without qualifier.
 *
 * @see <a href="https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html">Invoke</a>
 */
final class FunctionName {

  private static final Pattern FORM =
      Pattern.compile(
          "(?:(?:arn:aws[a-z-]*:lambda:[a-z0-9-]+:)?\\d{12}:function:)?"
              + "(?<name>[a-zA-Z0-9_-]+)(?::[$a-zA-Z0-9_-]+)?");

  private FunctionName() {}

  /** Reads the bare name; empty if the text has none of the forms. */
  static Optional<String> parse(String text) {
    Matcher matcher = FORM.matcher(text);
    return matcher.matches() ? Optional.of(matcher.group("name")) : Optional.empty();
  }
}
