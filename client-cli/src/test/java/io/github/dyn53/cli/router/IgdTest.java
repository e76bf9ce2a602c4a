package io.github.dyn53.cli.router;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.dyn53.cli.http.HttpReply;
import io.github.dyn53.cli.http.SocketHttpClient;
import io.github.dyn53.cli.http.Trust;
import io.github.dyn53.dns.Ipv4Address;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IgdTest {

  private static final Ipv4Address LOOPBACK = new Ipv4Address(0x7f000001);
  private static final String IP1 = "urn:schemas-upnp-org:service:WANIPConnection:1";
  private static final String PPP1 = "urn:schemas-upnp-org:service:WANPPPConnection:1";

  /** In place of a reply: none comes. */
  private static final String SILENCE = "silence";

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration HASTE = Duration.ofMillis(1500);

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private HttpServer http;
  private String description = "";
  private String soap = "";

  @BeforeEach
  void startRouter() throws IOException {
    http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    http.createContext("/", this::serve);
    http.start();
    description = describing(service(IP1, "/ctl"));
    soap = answering("11.22.33.44");
  }

  @AfterEach
  void stopRouter() {
    http.stop(0);
  }

  @Test
  void findsTheRouterAndAsksForItsAddress() throws IOException {
    assertThat(asked()).isEqualTo(new RouterAnswer.Outside(new Ipv4Address(0x0b16212c)));
    assertThat(requests)
        .containsExactly("GET /rootDesc.xml", "POST /ctl \"" + IP1 + "#GetExternalIPAddress\"");
  }

  /** One at another port of the gateway's address may answer: SSDP does not say from where. */
  @Test
  void followsNoAnswerToItsSearchButTheGateways() throws IOException {
    byte[] other = {127, 0, 0, 2};
    try (var stranger = new DatagramSocket(0, InetAddress.getByAddress(other));
        var heard = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        var client = new SocketHttpClient(Trust.usual())) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              var search = new DatagramPacket(new byte[2048], 2048);
              heard.receive(search);
              send(stranger, answer(location() + "?forged"), search);
              send(heard, answer(location()), search);
            } catch (IOException e) {
              // The test says what is missing then.
            }
          });

      igd(heard.getLocalPort(), client, PATIENCE).ask(LOOPBACK);

      assertThat(requests).first().isEqualTo("GET /rootDesc.xml");
    }
  }

  private static void send(DatagramSocket from, String answer, DatagramPacket search)
      throws IOException {
    byte[] bytes = answer.getBytes(UTF_8);
    from.send(new DatagramPacket(bytes, bytes.length, search.getSocketAddress()));
  }

  @Test
  void remembersWhereToAsk() throws IOException {
    try (var ssdp = ssdp(location());
        var client = new SocketHttpClient(Trust.usual())) {
      Igd igd = igd(ssdp, client);
      igd.ask(LOOPBACK);
      soap = answering("11.22.33.55");

      assertThat(igd.ask(LOOPBACK))
          .isEqualTo(new RouterAnswer.Outside(new Ipv4Address(0x0b162137)));
      assertThat(requests).hasSize(3);
      assertThat(ssdp.questions()).hasSize(3);
    }
  }

  @Test
  void searchesAgainWhereTheRouterHasMoved() throws IOException {
    try (var ssdp = ssdp(location());
        var client = new SocketHttpClient(Trust.usual())) {
      Igd igd = igd(ssdp, client);
      igd.ask(LOOPBACK);
      int port = http.getAddress().getPort();
      http.stop(0);

      assertThat(igd.ask(LOOPBACK)).isInstanceOf(RouterAnswer.NotOffered.class);
      http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
      http.createContext("/", this::serve);
      http.start();

      assertThat(igd.ask(LOOPBACK)).isInstanceOf(RouterAnswer.Outside.class);
    }
  }

  @Test
  void asksEachConnectionUntilOneHasAnAddress() throws IOException {
    description = describing(service(PPP1, "ppp"), service(IP1, "ip"));
    soap = answering("0.0.0.0");

    assertThat(asked())
        .isEqualTo(new RouterAnswer.NoAddress("the router has no connection to the outside"));
    assertThat(requests.get(1)).startsWith("POST /ip");
    assertThat(requests.get(2)).startsWith("POST /ppp");
  }

  /** Hundreds fit into a description of 64 KiB. */
  @Test
  void asksNoMoreThanFourConnections() throws IOException {
    description = describing(service(IP1, "/ctl").repeat(400));
    soap = answering("0.0.0.0");

    assertThat(asked())
        .isEqualTo(new RouterAnswer.NoAddress("the router has no connection to the outside"));
    assertThat(requests).hasSize(5);
  }

  @Test
  void givesSilentConnectionsTheTimeOfTheWhole() throws IOException {
    description = describing(service(IP1, "/ctl").repeat(4));
    soap = SILENCE;

    assertThat(askedInHaste()).asString().contains("the router does not answer: ");
    assertThat(requests).hasSize(2);
  }

  @Test
  void givesASilentDescriptionTheTimeOfTheWhole() throws IOException {
    description = SILENCE;

    assertThat(askedInHaste()).asString().contains("description can't be read: ");
  }

  @Test
  void givesASilentSearchTheTimeOfTheWhole() throws IOException {
    Duration patience = Duration.ofMillis(100);
    try (var deaf = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        var client = new SocketHttpClient(Trust.usual())) {
      assertThat(asked(igd(deaf.getLocalPort(), client, patience), patience))
          .isEqualTo(new RouterAnswer.NotOffered("the router does not answer the search"));
    }
  }

  /** The time that it took in vain counts. */
  @Test
  void givesAConnectionThatFellSilentTheTimeOfTheWhole() throws IOException {
    try (var ssdp = ssdp(location());
        var client = new SocketHttpClient(Trust.usual())) {
      Igd igd = igd(ssdp.port(), client, HASTE);
      assertThat(igd.ask(LOOPBACK)).isInstanceOf(RouterAnswer.Outside.class);
      soap = SILENCE;

      assertThat(asked(igd, HASTE)).isInstanceOf(RouterAnswer.NotOffered.class);
    }
  }

  private RouterAnswer askedInHaste() throws IOException {
    try (var ssdp = ssdp(location());
        var client = new SocketHttpClient(Trust.usual())) {
      return asked(igd(ssdp.port(), client, HASTE), HASTE);
    }
  }

  private static RouterAnswer asked(Igd igd, Duration patience) {
    long begun = System.nanoTime();
    RouterAnswer answer = igd.ask(LOOPBACK);
    assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(patience.plusMillis(1300));
    return answer;
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          http://127.0.0.2:80/rootDesc.xml
          http://192.0.2.1/rootDesc.xml
          http://127.0.0.1.example.com/rootDesc.xml
          http://user@127.0.0.1/rootDesc.xml
          https://127.0.0.1/rootDesc.xml
          file:///etc/passwd
          http://[::1]/
          http://127.0.0.1:99999/rootDesc.xml
          not a url
          """)
  void followsNoAnswerThatPointsAway(String location) throws IOException {
    try (var ssdp = ssdp(location);
        var client = new SocketHttpClient(Trust.usual())) {
      assertThat(igd(ssdp, client).ask(LOOPBACK))
          .isEqualTo(
              new RouterAnswer.NotOffered("the router's answer points away from it; not followed"));
    }
  }

  @Test
  void asksNowhereElseWhateverTheDescriptionSays() throws IOException {
    description =
        describing(service(IP1, "http://192.0.2.1/ctl"))
            .replace("<root>", "<root><URLBase>http://192.0.2.1/</URLBase>");

    assertThat(asked())
        .isEqualTo(new RouterAnswer.NotOffered("the router describes no connection to ask"));
    assertThat(requests).containsExactly("GET /rootDesc.xml");
  }

  @Test
  void asksNoPortThatThereIsNot() throws IOException {
    description = describing(service(IP1, "http://127.0.0.1:99999/ctl"), service(PPP1, "/ppp"));

    assertThat(asked()).isInstanceOf(RouterAnswer.Outside.class);
    assertThat(requests).hasSize(2).last().asString().startsWith("POST /ppp");
  }

  @Test
  void heedsNoBaseWhosePortThereIsNot() throws IOException {
    description = description.replace("<root>", "<root><URLBase>http://127.0.0.1:65536/</URLBase>");

    assertThat(asked()).isInstanceOf(RouterAnswer.Outside.class);
  }

  @Test
  void expandsNoXmlBomb() throws IOException {
    description =
        "<!DOCTYPE r [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
            + "<!ENTITY c SYSTEM \"file:///etc/passwd\">]>"
            + describing(service(IP1, "/ctl")).replace("/ctl", "/&b;&c;");

    assertThat(asked()).isInstanceOf(RouterAnswer.NotOffered.class);
    assertThat(requests).containsExactly("GET /rootDesc.xml");
  }

  @Test
  void survivesDepthAndLength() throws IOException {
    description = "<a>".repeat(10_000) + "</a>".repeat(9_000);
    assertThat(asked()).isInstanceOf(RouterAnswer.NotOffered.class);
    description = "<a>".repeat(9_000) + service(IP1, "/ctl") + "</a>".repeat(9_000);
    assertThat(asked()).isInstanceOf(RouterAnswer.class);
    description = describing(" ".repeat(70_000));
    assertThat(asked()).isInstanceOf(RouterAnswer.NotOffered.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | <NewExternalIPAddress>11.22.33.44</NewExternalIPAddress>   | Outside    | 11.22.33.44
          200 | <NewExternalIPAddress> 11.22.33.44 </NewExternalIPAddress> | Outside    | 11.22.33.44
          200 | <NewExternalIPAddress></NewExternalIPAddress>              | NoAddress  | no connection
          200 | <NewExternalIPAddress>0.0.0.0</NewExternalIPAddress>       | NoAddress  | no connection
          200 | <NewExternalIPAddress>nonsense</NewExternalIPAddress>      | NotOffered | no IPv4 address
          200 | <NewExternalIPAddress><x/></NewExternalIPAddress>          | NoAddress  | no connection
          200 | <x>                                                        | NotOffered | no sense
          200 | nonsense                                                   | NotOffered | no sense
          500 | <e><errorCode>501</errorCode></e>                          | Untold     | error 501
          500 | <e><errorCode>[31mred</errorCode></e>                      | Untold     | error unknown
          """)
  void readsAnswers(int status, String body, String kind, String words) {
    RouterAnswer answer = Igd.answer(new HttpReply(status, Map.of(), body));

    assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
    assertThat(answer.toString()).contains(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/1.1 200 OK~ST: urn:schemas-upnp-org:service:WANIPConnection:1~LOCATION: http://x/ | http://x/
          HTTP/1.1 200 OK~location:http://x/~st:urn:schemas-upnp-org:service:WANPPPConnection:1  | http://x/
          HTTP/1.1 200 OK~ST: upnp:rootdevice~LOCATION: http://x/                                | ''
          HTTP/1.1 200 OK~LOCATION: http://x/                                                    | ''
          HTTP/1.1 404 No~ST: urn:schemas-upnp-org:service:WANIPConnection:1~LOCATION: http://x/ | ''
          NOTIFY * HTTP/1.1~ST: urn:schemas-upnp-org:service:WANIPConnection:1~LOCATION: http:// | ''
          nonsense                                                                               | ''
          """)
  void readsAnswersToItsSearch(String answer, String location) {
    assertThat(Ssdp.location(answer.replace("~", "\r\n")).orElse("")).isEqualTo(location);
  }

  private RouterAnswer asked() throws IOException {
    try (var ssdp = ssdp(location());
        var client = new SocketHttpClient(Trust.usual())) {
      return igd(ssdp, client).ask(LOOPBACK);
    }
  }

  private static Igd igd(FakeGateway ssdp, SocketHttpClient client) {
    return igd(ssdp.port(), client, PATIENCE);
  }

  private static Igd igd(int ssdp, SocketHttpClient client, Duration patience) {
    var group = new InetSocketAddress(InetAddress.getLoopbackAddress(), ssdp);
    return new Igd(family -> Optional.empty(), client, Optional.of(new Ssdp(group)), patience);
  }

  private static FakeGateway ssdp(String location) throws IOException {
    return new FakeGateway(question ->
        new String(question, UTF_8).contains("ST: " + IP1 + "\r\n")
            ? List.of(answer(location).getBytes(UTF_8))
            : List.of());
  }

  private static String answer(String location) {
    return "HTTP/1.1 200 OK\r\nCACHE-CONTROL: max-age=120\r\nST: "
        + IP1
        + "\r\nLOCATION: "
        + location
        + "\r\n\r\n";
  }

  private String location() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/rootDesc.xml";
  }

  private static String service(String type, String control) {
    return "<service><serviceType>"
        + type
        + "</serviceType><controlURL>"
        + control
        + "</controlURL></service>";
  }

  private static String describing(String... services) {
    return "<root><device><serviceList>"
        + String.join("", services)
        + "</serviceList></device></root>";
  }

  private static String answering(String address) {
    return "<?xml version=\"1.0\"?><s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\">"
        + "<s:Body><u:GetExternalIPAddressResponse xmlns:u=\""
        + IP1
        + "\"><NewExternalIPAddress>"
        + address
        + "</NewExternalIPAddress></u:GetExternalIPAddressResponse></s:Body></s:Envelope>";
  }

  private void serve(HttpExchange exchange) throws IOException {
    String action = exchange.getRequestHeaders().getFirst("SOAPAction");
    requests.add(
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI()
            + (action == null ? "" : " " + action));
    String reply = action == null ? description : soap;
    if (reply.equals(SILENCE)) {
      return;
    }
    byte[] body = reply.getBytes(UTF_8);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }
}
