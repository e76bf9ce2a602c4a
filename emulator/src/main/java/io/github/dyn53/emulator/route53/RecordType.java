package io.github.dyn53.emulator.route53;

import java.util.Arrays;
import java.util.Optional;
import org.xbill.DNS.Type;

/** The record types that Route 53 keeps, in the order in which it lists them. */
public enum RecordType {
  A(Type.A),
  AAAA(Type.AAAA),
  CAA(Type.CAA),
  CNAME(Type.CNAME),
  DS(Type.DS),
  HTTPS(Type.HTTPS),
  MX(Type.MX),
  NAPTR(Type.NAPTR),
  NS(Type.NS),
  PTR(Type.PTR),
  SOA(Type.SOA),
  SPF(Type.SPF),
  SRV(Type.SRV),
  SSHFP(Type.SSHFP),
  SVCB(Type.SVCB),
  TLSA(Type.TLSA),
  TXT(Type.TXT);

  private final int number;

  RecordType(int number) {
    this.number = number;
  }

  /** The type's number in a DNS message. */
  public int number() {
    return number;
  }

  static Optional<RecordType> named(String name) {
    return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
  }
}
