package io.github.dyn53.emulator.dns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.Type;

class DnsServerTest {
  private static final int MAX_CONNECTIONS = 100;

  private static final byte[] IPV6_LOOPBACK = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1};

  private final ServedZone served = new ServedZone();
  private final DnsServer server = DnsServer.start(0, served.zones);

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          home.dyn.test.      | A     | NOERROR  | home.dyn.test. 60 A 192.0.2.1; home.dyn.test. 60 A 192.0.2.2 | 0
          home.dyn.test.      | AAAA  | NOERROR  | home.dyn.test. 30 AAAA 2001:db8:0:0:0:0:0:1 | 0
          HoMe.DyN.test.      | AAAA  | NOERROR  | HoMe.DyN.test. 30 AAAA 2001:db8:0:0:0:0:0:1 | 0
          home.dyn.test.      | TXT   | NOERROR  | ``                                          | 900
          home.dyn.test.      | TYPE65280 | NOERROR | ``                                       | 900
          a.b.home.dyn.test.  | A     | NOERROR  | a.b.home.dyn.test. 20 A 192.0.2.3           | 0
          x.home.dyn.test.    | AAAA  | NOERROR  | ``                                          | 900
          _acme-challenge.home.dyn.test. | TXT | NOERROR | _acme-challenge.home.dyn.test. 0 TXT "token with blanks" \\228 | 0
          _acme-challenge.home.dyn.test. | A | NOERROR | ``                                     | 900
          nas.dyn.test.       | A     | NXDOMAIN | ``                                          | 900
          dyn.test.           | MX    | NOERROR  | dyn.test. 300 MX 10 mail.dyn.test.          | 0
          dyn.test.           | CAA   | NOERROR  | dyn.test. 300 CAA 0 issue "letsencrypt.org" | 0
          www.dyn.test.       | AAAA  | NOERROR  | www.dyn.test. 300 CNAME alias.sub.dyn.test.; alias.sub.dyn.test. 300 CNAME home.dyn.test.; home.dyn.test. 30 AAAA 2001:db8:0:0:0:0:0:1 | 0
          www.dyn.test.       | CNAME | NOERROR  | www.dyn.test. 300 CNAME alias.sub.dyn.test. | 0
          www.dyn.test.       | MX    | NOERROR  | www.dyn.test. 300 CNAME alias.sub.dyn.test.; alias.sub.dyn.test. 300 CNAME home.dyn.test. | 900
          out.dyn.test.       | A     | NOERROR  | out.dyn.test. 300 CNAME example.org.        | 0
          gone.dyn.test.      | A     | NXDOMAIN | gone.dyn.test. 300 CNAME nothing.sub.dyn.test. | 900
          loop1.dyn.test.     | A     | NOERROR  | loop1.dyn.test. 300 CNAME loop2.dyn.test.; loop2.dyn.test. 300 CNAME loop1.dyn.test. | 0
          home.dyn.test.      | ANY   | NOERROR  | home.dyn.test. 60 A 192.0.2.1; home.dyn.test. 60 A 192.0.2.2 | 0
          nas.dyn.test.       | ANY   | NXDOMAIN | ``                                          | 900
          """)
  void answersFromZones(
      String name, String type, String responseCode, String answers, long negativeTtl)
      throws IOException {
    var response = ask(name, Type.value(type));

    assertThat(Rcode.string(response.getRcode())).isEqualTo(responseCode);
    assertThat(response.getHeader().getFlag(Flags.AA)).isTrue();
    assertThat(response.getHeader().getFlag(Flags.RA)).isFalse();
    assertThat(String.join("; ", describe(response))).isEqualTo(answers);
    assertThat(response.getSection(Section.AUTHORITY)).hasSize(negativeTtl == 0 ? 0 : 1);
    assertThat(response.getSection(Section.AUTHORITY))
        .allMatch(record -> record.getType() == Type.SOA && record.getTTL() == negativeTtl);
  }

  @Test
  void answersSoaAndNameServersOfApex() throws IOException {
    assertThat(describe(ask("dyn.test.", Type.SOA)))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("dyn.test. 900 SOA ns-");
    assertThat(describe(ask("dyn.test.", Type.NS)))
        .hasSize(4)
        .allMatch(ns -> ns.startsWith("dyn.test. 172800 NS ns-"));
  }

  @Test
  void refusesNamesOutsideItsZones() throws IOException {
    var response = ask("evildyn.test.", Type.A);

    assertThat(response.getRcode()).isEqualTo(Rcode.REFUSED);
    assertThat(response.getHeader().getFlag(Flags.AA)).isFalse();
  }

  @Test
  void seesChangeAtOnce() throws IOException {
    assertThat(ask("new.test.", Type.SOA).getRcode()).isEqualTo(Rcode.REFUSED);

    served.zones.create("new.test");

    assertThat(ask("new.test.", Type.SOA).getRcode()).isEqualTo(Rcode.NOERROR);
  }

  @Test
  void answersOverIpv6OnSamePort() throws IOException {
    var loopback = InetAddress.getByAddress(IPV6_LOOPBACK);
    assumeTrue(NetworkInterface.getByInetAddress(loopback) != null, "no IPv6 loopback here");
    var resolver = new SimpleResolver(loopback);
    resolver.setPort(server.port());

    assertThat(describe(resolver.send(query("home.dyn.test.", Type.AAAA)))).hasSize(1);
  }

  @Test
  void answersOneConnectionsQueriesInTheirOrder() throws IOException {
    try (var socket = connect()) {
      socket.setSoTimeout(10_000);
      var names = List.of("home.dyn.test.", "nas.dyn.test.", "x.home.dyn.test.");
      for (var name : names) {
        socket.getOutputStream().write(framed(query(name, Type.A).toWire()));
      }
      var in = new DataInputStream(socket.getInputStream());
      for (var name : names) {
        var response = new Message(in.readNBytes(in.readUnsignedShort()));
        assertThat(response.getQuestion().getName()).hasToString(name);
      }
    }
  }

  @Test
  void answersLargeRecordSetOverTcpAfterTruncation() throws IOException {
    var resolver = resolver();
    var overUdp = query("large.dyn.test.", Type.TXT);
    resolver.setIgnoreTruncation(true);
    assertThat(resolver.send(overUdp).getHeader().getFlag(Flags.TC)).isTrue();

    resolver.setIgnoreTruncation(false);
    assertThat(describe(resolver.send(overUdp))).hasSize(8);
  }

  @Test
  void takesNoMoreConnectionsThanItsLimitAndRecovers() throws IOException {
    var open = new ArrayList<Socket>();
    try {
      for (int i = 0; i < MAX_CONNECTIONS; i++) {
        open.add(connect());
      }
      // The last one has been taken when it answers.
      assertThat(answers(open.getLast())).isTrue();
      assertThat(answersOverTcp()).isFalse();
    } finally {
      for (var socket : open) {
        socket.close();
      }
    }

    // The server notices closed connections in its own time.
    boolean answers = false;
    for (int attempt = 0; attempt < 1_000 && !answers; attempt++) {
      answers = answersOverTcp();
    }
    assertThat(answers).isTrue();
  }

  @Test
  void freesItsPortWhenClosed() throws IOException {
    server.close();

    try (var again = DnsServer.start(server.port(), served.zones)) {
      assertThat(again.port()).isEqualTo(server.port());
      assertThatThrownBy(() -> DnsServer.start(again.port(), served.zones))
          .isInstanceOf(UncheckedIOException.class)
          .hasMessageContaining(String.valueOf(again.port()));
    }
  }

  private Socket connect() throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), server.port());
  }

  private boolean answersOverTcp() throws IOException {
    try (var socket = connect()) {
      return answers(socket);
    }
  }

  private static boolean answers(Socket socket) throws IOException {
    socket.setSoTimeout(10_000);
    try {
      socket.getOutputStream().write(framed(query("home.dyn.test.", Type.A).toWire()));
      return socket.getInputStream().read() != -1;
    } catch (SocketException e) {
      return false;
    }
  }

  private static byte[] framed(byte[] message) {
    return ByteBuffer.allocate(2 + message.length)
        .putShort((short) message.length)
        .put(message)
        .array();
  }

  private SimpleResolver resolver() throws IOException {
    var resolver = new SimpleResolver(InetAddress.getLoopbackAddress());
    resolver.setPort(server.port());
    return resolver;
  }

  private Message ask(String name, int type) throws IOException {
    return resolver().send(query(name, type));
  }

  private static Message query(String name, int type) {
    return Message.newQuery(Record.newRecord(Name.fromConstantString(name), type, DClass.IN));
  }

  private static List<String> describe(Message response) {
    return response.getSection(Section.ANSWER).stream()
        .map(record ->
            "%s %d %s %s"
                .formatted(
                    record.getName(),
                    record.getTTL(),
                    Type.string(record.getType()),
                    record.rdataToString()))
        .toList();
  }
}
