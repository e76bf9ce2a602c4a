package io.github.dyn53.dns;

/** The record types that dyn53 writes. */
public enum RecordType {
  A,
  AAAA,
  TXT
}
