package io.github.dyn53.dns;

/** An address family and the record type that carries it. */
public enum Family {
  IPV4(RecordType.A),
  IPV6(RecordType.AAAA);

  private final RecordType recordType;

  Family(RecordType recordType) {
    this.recordType = recordType;
  }

  /** The type of the record set that holds an address of this family. */
  public RecordType recordType() {
    return recordType;
  }
}
