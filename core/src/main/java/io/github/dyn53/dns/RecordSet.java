package io.github.dyn53.dns;

import java.util.List;

/**
 * A record set as Route 53 keeps it.
 *
 * @param key its name and type
 * @param ttlSeconds how long resolvers may keep it; any value that a zone may hold
 * @param values one value a record, in the text form of the type
 */
public record RecordSet(RecordKey key, long ttlSeconds, List<String> values) {

  public RecordSet {
    values = List.copyOf(values);
  }

  /** A record set of one address. */
  public static RecordSet of(DnsName name, Ttl ttl, IpAddress address) {
    var key = new RecordKey(name, address.family().recordType());
    return new RecordSet(key, ttl.seconds(), List.of(address.text()));
  }

  /** A TXT record set of these values. */
  public static RecordSet of(DnsName name, Ttl ttl, List<TxtValue> values) {
    return new RecordSet(
        new RecordKey(name, RecordType.TXT),
        ttl.seconds(),
        values.stream().map(TxtValue::quoted).toList());
  }
}
