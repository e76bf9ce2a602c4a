package io.github.dyn53.cli.router;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.http.SocketHttpClient;
import io.github.dyn53.cli.http.Trust;
import io.github.dyn53.dns.Ipv4Address;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The parsers on what a real router says, not on what we took from the specifications. */
class CapturedRouterTest {

  private static final Ipv4Address LOOPBACK = new Ipv4Address(0x7f000001);
  private static final Ipv4Address ROUTER = new Ipv4Address(0xc0a84d01);
  private static final Ipv4Address HOME = new Ipv4Address(0xc0a84d0a);
  private static final Ipv4Address OUTSIDE = new Ipv4Address(0x0b16212c);
  private static final Ipv4Address NEXT = new Ipv4Address(0x0b162137);

  @Test
  void readsAddressByNatPmp() {
    NatPmpPacket answer = NatPmpPacket.read(Captured.packet("nat-pmp.bin")).orElseThrow();

    assertThat(answer.result()).isZero();
    assertThat(answer.address()).isEqualTo(OUTSIDE);
    assertThat(answer.epoch()).isBetween(1L, 3_600L);
  }

  @Test
  void readsThatNatPmpHasNoneBehindCarriersNat() {
    assertThat(NatPmpPacket.read(Captured.packet("nat-pmp-carrier.bin")).orElseThrow())
        .returns(3, NatPmpPacket::result)
        .returns(new Ipv4Address(0), NatPmpPacket::address);
  }

  @Test
  void readsAddressByPcp() {
    assertThat(mapped("pcp-map.bin"))
        .returns(0, PcpPacket.Mapped::result)
        .returns(OUTSIDE, PcpPacket.Mapped::outside);
  }

  @Test
  void readsThatPcpIsRefusedBehindCarriersNatAndWhichAddressIsTheReason() {
    assertThat(mapped("pcp-map-carrier.bin"))
        .returns(8, PcpPacket.Mapped::result)
        .returns(new Ipv4Address(0x6440002c), PcpPacket.Mapped::outside);
  }

  private static PcpPacket.Mapped mapped(String name) {
    var asked = new PcpPacket.Mapping(Captured.NONCE.getBytes(US_ASCII), HOME, 40_000);
    return PcpPacket.readMapped(Captured.packet(name), asked).orElseThrow();
  }

  @Test
  void hearsBothAnnouncementsOfAChange() {
    assertThat(RouterAnnouncements.read(Captured.packet("nat-pmp-announcement.bin")))
        .contains(new Announcement("NAT-PMP", 0, Optional.of(NEXT)));
    assertThat(RouterAnnouncements.read(Captured.packet("pcp-announcement.bin")))
        .contains(new Announcement("PCP", 0, Optional.empty()));
  }

  @Test
  void followsAnswerToItsSearch() {
    assertThat(Ssdp.location(Captured.text("search.http")))
        .contains("http://192.168.77.1:44949/rootDesc.xml");
  }

  @Test
  void findsTheConnectionAmongAllServicesDescribed() {
    String answer = Captured.text("description.http");
    var location = URI.create("http://192.168.77.1:44949/rootDesc.xml");
    String body = answer.substring(answer.indexOf("\r\n\r\n") + 4);

    assertThat(IgdDescription.services(Xml.parse(body).orElseThrow(), location, ROUTER))
        .containsExactly(
            new IgdDescription.Service(
                "urn:schemas-upnp-org:service:WANIPConnection:2",
                URI.create("http://192.168.77.1:44949/ctl/IPConn")));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          address.http,         Outside, 11.22.33.44
          address-carrier.http, NoAddress, no connection to the outside
          fault.http,           Untold, error 401
          """)
  void asksByIgdFromSearchToAddress(String answer, String kind, String words) throws IOException {
    try (var web = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var ssdp = ssdp("127.0.0.1:" + web.getLocalPort());
        var client = new SocketHttpClient(Trust.usual())) {
      Thread.ofVirtual().start(() -> serve(web, answer));
      var group = new InetSocketAddress(InetAddress.getLoopbackAddress(), ssdp.port());
      var search = Optional.of(new Ssdp(group));
      var igd = new Igd(family -> Optional.empty(), client, search, Duration.ofSeconds(5));

      RouterAnswer said = igd.ask(LOOPBACK);

      assertThat(said.getClass().getSimpleName()).isEqualTo(kind);
      assertThat(said.toString()).contains(words);
    }
  }

  /** Only where it stands is not as it was. */
  private static FakeGateway ssdp(String authority) throws IOException {
    String found = Captured.text("search.http").replace("192.168.77.1:44949", authority);
    return new FakeGateway(search ->
        new String(search, UTF_8).contains("ST: urn:schemas-upnp-org:service:WANIPConnection:2\r\n")
            ? List.of(found.getBytes(UTF_8))
            : List.of());
  }

  private static void serve(ServerSocket web, String answer) {
    try {
      while (true) {
        try (Socket connection = web.accept()) {
          var in = new BufferedReader(new InputStreamReader(connection.getInputStream(), UTF_8));
          boolean describes = in.readLine().startsWith("GET /rootDesc.xml ");
          int length = length(in);
          for (int i = 0; i < length; i++) {
            // A connection closed with something unread in it is reset.
            int unused = in.read();
          }
          connection
              .getOutputStream()
              .write(Captured.bytes(describes ? "description.http" : answer));
        }
      }
    } catch (IOException e) {
      // Closed: the test is over.
    }
  }

  private static int length(BufferedReader in) throws IOException {
    int length = 0;
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      if (line.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(line.substring(15).strip());
      }
    }
    return length;
  }
}
