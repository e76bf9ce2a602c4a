package io.github.dyn53.emulator.dns;

import java.util.List;
import org.xbill.DNS.Record;

/**
 * What a name server says to a question.
 *
 * @param responseCode of {@link org.xbill.DNS.Rcode}
 * @param authoritative whether it comes from a zone of this server
 * @param authority the SOA record where the answer is that there is none
 */
record Answer(
    int responseCode, boolean authoritative, List<Record> records, List<Record> authority) {
  Answer {
    records = List.copyOf(records);
    authority = List.copyOf(authority);
  }

  static Answer error(int responseCode) {
    return new Answer(responseCode, false, List.of(), List.of());
  }
}
