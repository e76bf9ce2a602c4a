package io.github.dyn53.dns;

/** An address family and the record type that carries it. */
public enum Family {
  IPV4(RecordType.A, "IPv4"),
  IPV6(RecordType.AAAA, "IPv6");

  private final RecordType recordType;
  private final String label;

  Family(RecordType recordType, String label) {
    this.recordType = recordType;
    this.label = label;
  }

  /** The type of the record set that holds an address of this family. */
  public RecordType recordType() {
    return recordType;
  }

  /** What people call it, such as {@code IPv4}. */
  public String label() {
    return label;
  }
}
