package io.github.dyn53.dns;

/**
 * What tells one record set of a zone from another.
 *
 * @param name the name of the record set
 * @param type its type
 */
public record RecordKey(DnsName name, RecordType type) {

  /** The canonical text, such as {@code A home.example.com}; {@link #parse} reads it back. */
  public String text() {
    return type + " " + name;
  }

  /**
   * Reads what {@link #text} wrote.
   *
   * @throws IllegalArgumentException when the text is of another form
   */
  public static RecordKey parse(String text) {
    int space = text.indexOf(' ');
    if (space < 0) {
      throw new IllegalArgumentException("not a record key: \"%s\"".formatted(text));
    }
    return new RecordKey(
        new DnsName(text.substring(space + 1)), RecordType.valueOf(text.substring(0, space)));
  }
}
