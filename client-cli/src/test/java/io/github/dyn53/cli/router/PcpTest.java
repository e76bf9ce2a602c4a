package io.github.dyn53.cli.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.Ipv4Address;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PcpTest {

  private static final Ipv4Address LOOPBACK = new Ipv4Address(0x7f000001);
  private static final String OUTSIDE = "0000 0000 0000 0000 0000 ffff 0b16 212c";

  @Test
  void mapsItsOwnPortAndDeletesTheMappingAtOnce() throws IOException {
    try (var gateway = new FakeGateway(request -> List.of(Packets.mapped(request, 0, OUTSIDE)))) {
      RouterAnswer answer = new Pcp(gateway.port(), new Random(1)).ask(LOOPBACK);

      assertThat(answer).isEqualTo(new RouterAnswer.Outside(new Ipv4Address(0x0b16212c)));
      assertThat(gateway.questions()).hasSize(2);
      byte[] make = gateway.questions().getFirst();
      byte[] delete = gateway.questions().getLast();
      assertThat(make)
          .hasSize(60)
          .startsWith(Packets.hex("02 01 0000 00000078 0000 0000 0000 0000 0000 ffff 7f000001"))
          .endsWith(Packets.hex("0000 0000 0000 0000 0000 0000 ffff 0000 0000"));
      assertThat(make[36]).as("UDP").isEqualTo((byte) 17);
      assertThat(ByteBuffer.wrap(make).getShort(40)).isNotZero();
      assertThat(ByteBuffer.wrap(delete).getInt(4)).as("lifetime").isZero();
      assertThat(Arrays.copyOfRange(delete, 24, 60)).isEqualTo(Arrays.copyOfRange(make, 24, 60));
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          1, NotOffered, does not offer
          2, Untold, switched off
          7, NoAddress, no connection
          8, Untold, out of resources
          12, NoAddress, another NAT
          99, Untold, result 99
          """)
  void saysWhatAResultMeans(int result, String kind, String words) throws IOException {
    try (var gateway =
        new FakeGateway(request -> List.of(Packets.mapped(request, result, OUTSIDE)))) {
      RouterAnswer answer = new Pcp(gateway.port(), new Random(1)).ask(LOOPBACK);

      assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
      assertThat(answer.toString()).contains(words);
      assertThat(gateway.questions()).as("nothing was mapped").hasSize(1);
    }
  }

  /** As Debian's miniupnpd answers behind a carrier-grade NAT. */
  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          0000 0000 0000 0000 0000 ffff 6440 002c, Outside, 100.64.0.44
          0000 0000 0000 0000 0000 ffff 0a00 0002, Outside, 10.0.0.2
          0000 0000 0000 0000 0000 ffff 0000 0000, Untold, out of resources
          0000 0000 0000 0000 0000 ffff 0b16 212c, Untold, out of resources
          2001 0db8 0000 0000 0000 0000 0000 0001, Untold, out of resources
          """)
  void takesFromARefusalTheAddressThatIsItsReason(String outside, String kind, String words)
      throws IOException {
    try (var gateway = new FakeGateway(request -> List.of(Packets.mapped(request, 8, outside)))) {
      RouterAnswer answer = new Pcp(gateway.port(), new Random(1)).ask(LOOPBACK);

      assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
      assertThat(answer.toString()).contains(words);
      assertThat(gateway.questions()).as("nothing was mapped").hasSize(1);
    }
  }

  @Test
  void hearsThatARouterKnowsNatPmpOnly() throws IOException {
    try (var gateway = new FakeGateway(request -> List.of(Packets.hex("00 81 0001 000014bc")))) {
      assertThat(new Pcp(gateway.port(), new Random(1)).ask(LOOPBACK))
          .isEqualTo(new RouterAnswer.NotOffered("the router does not offer it"));
    }
  }

  @Test
  void believesNobodyButTheGatewayAskedEvenWithTheRightNonce() throws IOException {
    String lie = "0000 0000 0000 0000 0000 ffff 0606 0606";
    try (var gateway =
        new FakeGateway(request -> List.of(Packets.mapped(request, 0, OUTSIDE)))
            .withLiars(request -> Packets.mapped(request, 0, lie))) {
      assertThat(new Pcp(gateway.port(), new Random(1)).ask(LOOPBACK))
          .isEqualTo(new RouterAnswer.Outside(new Ipv4Address(0x0b16212c)));
    }
  }

  @Test
  void believesNoAnswerToAnotherQuestion() {
    var asked = new PcpPacket.Mapping(new byte[12], LOOPBACK, 40_000);
    byte[] right = Packets.mapped(PcpPacket.map(asked, 120), 0, OUTSIDE);

    assertThat(PcpPacket.readMapped(ByteBuffer.wrap(right), asked)).isPresent();
    for (int at : new int[] {0, 1, 24, 35, 36, 40, 41, 52, 54}) {
      byte[] wrong = right.clone();
      wrong[at] ^= 0x40;
      assertThat(PcpPacket.readMapped(ByteBuffer.wrap(wrong), asked)).as("byte %d", at).isEmpty();
    }
  }

  @Test
  void believesNothingShortLongOrRagged() {
    var asked = new PcpPacket.Mapping(new byte[12], LOOPBACK, 40_000);
    byte[] right = Packets.mapped(PcpPacket.map(asked, 120), 0, OUTSIDE);

    for (int length = 0; length < right.length; length++) {
      assertThat(PcpPacket.readMapped(ByteBuffer.wrap(right, 0, length).slice(), asked))
          .as("%d bytes", length)
          .isEmpty();
    }
    for (int length : new int[] {61, 62, 63, 1101, 1104, 2048}) {
      assertThat(PcpPacket.readMapped(ByteBuffer.wrap(Arrays.copyOf(right, length)), asked))
          .as("%d bytes", length)
          .isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          02 80 00 00 00000000 00000007 000000000000000000000000, 7
          02 80 00 00 00000000 ffffffff 000000000000000000000000, 4294967295
          02 80 00 00 00000000 00000007 000000000000000000000000 00000000, 7
          """)
  void readsAnnouncements(String packet, long epoch) {
    assertThat(PcpPacket.readAnnounce(Packets.buffer(packet))).contains(epoch);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ''
          02 80 00 00
          02 80 00 00 00000000 00000007 0000000000000000000000
          02 80 00 00 00000000 00000007 00000000000000000000000000
          02 00 00 00 00000000 00000007 000000000000000000000000
          02 81 00 00 00000000 00000007 000000000000000000000000
          02 80 00 01 00000000 00000007 000000000000000000000000
          00 80 00 00 00000000 00000007 000000000000000000000000
          03 80 00 00 00000000 00000007 000000000000000000000000
          """)
  void takesNothingElseForAnAnnouncement(String packet) {
    assertThat(PcpPacket.readAnnounce(Packets.buffer(packet))).isEmpty();
  }
}
