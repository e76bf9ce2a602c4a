package io.github.dyn53.emulator.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;

/** Asks a DNS server of this machine. */
public final class DnsQuestions {

  private final SimpleResolver resolver;

  public DnsQuestions(int port) {
    try {
      resolver =
          new SimpleResolver(
              new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port));
    } catch (UnknownHostException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What stands in the answers to a question, such as {@code 60 9.1.2.3}. */
  public List<String> ask(String type, String name) {
    try {
      Name asked = Name.fromString(name + ".");
      var question = Message.newQuery(Record.newRecord(asked, Type.value(type), DClass.IN));
      return resolver.send(question).getSection(Section.ANSWER).stream()
          .map(record -> record.getTTL() + " " + record.rdataToString())
          .toList();
    } catch (TextParseException e) {
      throw new IllegalArgumentException(name, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
