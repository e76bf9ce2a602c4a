package io.github.dyn53.cli.setup;

/** Text out of a file, as a terminal may be given it. */
final class TerminalText {

  private static final int LONGEST = 300;

  private TerminalText() {}

  /** The same without what a terminal obeys, and no longer than a person reads. */
  static String of(String text) {
    var shown = new StringBuilder();
    for (int i = 0; i < Math.min(text.length(), LONGEST); i++) {
      char c = text.charAt(i);
      shown.append(isObeyed(c) ? '?' : c);
    }
    return text.length() > LONGEST ? shown + "..." : shown.toString();
  }

  /** Also what turns the direction of writing, or ends a line. */
  private static boolean isObeyed(char c) {
    int type = Character.getType(c);
    return Character.isISOControl(c)
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR;
  }
}
