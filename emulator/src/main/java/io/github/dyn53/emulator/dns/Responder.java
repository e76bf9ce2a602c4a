package io.github.dyn53.emulator.dns;

import io.github.dyn53.emulator.route53.HostedZones;
import java.io.IOException;
import java.util.Optional;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Header;
import org.xbill.DNS.Message;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

/** Turns the octets of a query into the octets of its response, whatever they are. */
final class Responder {
  /** The largest UDP message that is sent, and said to be received: no path fragments it. */
  static final int MAX_UDP = 1_232;

  /** What a client takes that says nothing about it (RFC 1035 §4.2.1). */
  private static final int PLAIN_UDP = 512;

  private static final int HEADER = 12;

  private final HostedZones zones;

  Responder(HostedZones zones) {
    this.zones = zones;
  }

  /** The response over TCP; empty where even an error would be too much of an answer. */
  Optional<byte[]> overTcp(byte[] query) {
    return read(query)
        .map(message -> respond(message).toWire(Message.MAXLENGTH))
        .or(() -> formatError(query));
  }

  /** The response over UDP, truncated to what the client takes. */
  Optional<byte[]> overUdp(byte[] query) {
    return read(query)
        .map(message -> respond(message).toWire(udpLimit(message)))
        .or(() -> formatError(query));
  }

  private static int udpLimit(Message query) {
    var edns = query.getOPT();
    return edns == null ? PLAIN_UDP : Math.clamp(edns.getPayloadSize(), PLAIN_UDP, MAX_UDP);
  }

  private static Optional<Message> read(byte[] query) {
    try {
      return Optional.of(new Message(query))
          .filter(message -> !message.getHeader().getFlag(Flags.QR));
    } catch (IOException | RuntimeException e) {
      // dnsjava throws unchecked exceptions, too, on some malformed records.
      return Optional.empty();
    }
  }

  /**
   * A header that says no more than that; nothing to what is itself a response, or two servers
   * would never stop.
   */
  private static Optional<byte[]> formatError(byte[] query) {
    if (query.length < HEADER || (query[2] & 0x80) != 0) {
      return Optional.empty();
    }
    var header = new Header((query[0] & 0xff) << 8 | (query[1] & 0xff));
    header.setFlag(Flags.QR);
    header.setOpcode(query[2] >> 3 & 0xf);
    header.setRcode(Rcode.FORMERR);
    return Optional.of(header.toWire());
  }

  private Message respond(Message query) {
    var edns = query.getOPT();
    var answer =
        edns != null && edns.getVersion() > 0 ? Answer.error(Rcode.BADVERS) : answer(query);
    var response = new Message();
    fillHeader(response.getHeader(), query.getHeader(), answer);
    query
        .getSection(Section.QUESTION)
        .forEach(question -> response.addRecord(question, Section.QUESTION));
    answer.records().forEach(record -> response.addRecord(record, Section.ANSWER));
    answer.authority().forEach(record -> response.addRecord(record, Section.AUTHORITY));
    if (edns != null) {
      response.addRecord(ownEdns(edns, answer), Section.ADDITIONAL);
    }
    return response;
  }

  private static void fillHeader(Header header, Header asked, Answer answer) {
    header.setID(asked.getID());
    header.setOpcode(asked.getOpcode());
    header.setFlag(Flags.QR);
    if (answer.authoritative()) {
      header.setFlag(Flags.AA);
    }
    if (asked.getFlag(Flags.RD)) {
      header.setFlag(Flags.RD);
    }
    if (asked.getFlag(Flags.CD)) {
      header.setFlag(Flags.CD);
    }
    header.setRcode(answer.responseCode() & 0xf);
  }

  /** The DNSSEC flag comes back as it was sent (RFC 3225 §3). */
  private static OPTRecord ownEdns(OPTRecord asked, Answer answer) {
    return new OPTRecord(MAX_UDP, answer.responseCode() >> 4, 0, asked.getFlags());
  }

  private Answer answer(Message query) {
    var header = query.getHeader();
    if (header.getOpcode() != Opcode.QUERY) {
      return Answer.error(Rcode.NOTIMP);
    }
    var question = query.getQuestion();
    if (question == null || header.getCount(Section.QUESTION) != 1 || countEdns(query) > 1) {
      return Answer.error(Rcode.FORMERR);
    }
    return answer(question);
  }

  private static long countEdns(Message query) {
    return query.getSection(Section.ADDITIONAL).stream()
        .filter(OPTRecord.class::isInstance)
        .count();
  }

  private Answer answer(Record question) {
    return switch (question.getType()) {
      case Type.AXFR, Type.IXFR -> Answer.error(Rcode.REFUSED);
      case Type.OPT -> Answer.error(Rcode.FORMERR);
      case Type.TSIG, Type.TKEY, Type.MAILA, Type.MAILB -> Answer.error(Rcode.NOTIMP);
      default ->
          question.getDClass() == DClass.IN
              ? Resolution.of(question, zones)
              : Answer.error(Rcode.REFUSED);
    };
  }
}
