package io.github.dyn53.cli.router;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.dyn53.cli.http.HttpReply;
import io.github.dyn53.dns.Ipv4Address;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Map;

/**
 * Any bytes as what a router sent; searches with {@code JAZZER_FUZZ=1 mvn test -pl client-cli
 * -Dtest=PacketFuzzTest#packets}.
 */
class PacketFuzzTest {

  private static final Ipv4Address GATEWAY = new Ipv4Address(0xc0a84d01);

  @FuzzTest
  void packets(FuzzedDataProvider data) {
    ByteBuffer packet = ByteBuffer.wrap(data.consumeRemainingAsBytes());
    var asked = new PcpPacket.Mapping(new byte[12], GATEWAY, 0);

    NatPmpPacket.read(packet).ifPresent(answer -> assertThat(answer.epoch()).isNotNegative());
    PcpPacket.readMapped(packet, asked)
        .ifPresent(answer -> assertThat(answer.result()).isBetween(0, 255));
    RouterAnnouncements.read(packet)
        .ifPresent(hint -> assertThat(hint.protocol()).isIn("PCP", "NAT-PMP"));
    assertThat(packet.position()).isZero();
  }

  @FuzzTest
  void descriptions(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();
    URI location = URI.create("http://192.168.77.1/desc.xml");

    Xml.parse(text)
        .ifPresent(document ->
            assertThat(IgdDescription.services(document, location, GATEWAY))
                .allMatch(service -> service.control().getHost().equals("192.168.77.1"))
                .allMatch(service -> service.control().getPort() <= 65_535));
    assertThat(Igd.answer(new HttpReply(200, Map.of(), text))).isNotNull();
    assertThat(Ssdp.location(text)).isNotNull();
  }
}
