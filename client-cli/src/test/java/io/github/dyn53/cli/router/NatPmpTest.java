package io.github.dyn53.cli.router;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.Ipv4Address;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NatPmpTest {

  private static final Ipv4Address LOOPBACK = new Ipv4Address(0x7f000001);

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          00 80 0000 000014bc 0b16212c,          0, 5308, 11.22.33.44
          00 80 0000 00000000 00000000,          0, 0, 0.0.0.0
          00 80 0000 ffffffff ffffffff,          0, 4294967295, 255.255.255.255
          00 80 0003 000014bc 00000000,          3, 5308, 0.0.0.0
          00 80 0003,                            3, 0, 0.0.0.0
          00 80 0001 000014bc,                   1, 0, 0.0.0.0
          00 80 0000 000014bc 0b16212c 00000000, 0, 5308, 11.22.33.44
          02 80 0001 00000000 000014bc 000000000000000000000000, 1, 0, 0.0.0.0
          """)
  void readsAnswers(String packet, int result, long epoch, String address) {
    assertThat(NatPmpPacket.read(Packets.buffer(packet)))
        .contains(new NatPmpPacket(result, epoch, Ipv4Address.parse(address).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ''
          00
          00 80
          00 80 00
          00 80 0000
          00 80 0000 000014bc 0b1621
          00 00
          00 00 0000 000014bc 0b16212c
          00 81 0000 000014bc 0b16212c
          01 80 0000 000014bc 0b16212c
          ff 80 0000 000014bc 0b16212c
          """)
  void takesNothingElseForAnAnswer(String packet) {
    assertThat(NatPmpPacket.read(Packets.buffer(packet))).isEmpty();
  }

  @Test
  void asksInTwoBytesAndTakesTheFirstAnswerThatMakesSense() throws IOException {
    List<byte[]> answers =
        List.of(
            Packets.hex("01 80 0000 000014bc 01010101"),
            new byte[0],
            new byte[2048],
            Packets.hex("00 80 0000 000014bc 0b16212c"));
    try (var gateway = new FakeGateway(question -> answers)) {
      assertThat(new NatPmp(gateway.port()).ask(LOOPBACK))
          .isEqualTo(new RouterAnswer.Outside(new Ipv4Address(0x0b16212c)));
      assertThat(gateway.questions()).containsExactly(new byte[] {0, 0});
    }
  }

  @Test
  void asksAgainWhereAPacketIsLost() throws IOException {
    List<byte[]> answer = List.of(Packets.hex("00 80 0000 000014bc 0b16212c"));
    var asked = new AtomicInteger();
    try (var gateway =
        new FakeGateway(question -> asked.incrementAndGet() < 3 ? List.of() : answer)) {
      assertThat(new NatPmp(gateway.port()).ask(LOOPBACK)).isInstanceOf(RouterAnswer.Outside.class);
      assertThat(asked).hasValue(3);
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          00 80 0001 000014bc 00000000, NotOffered, does not offer
          00 80 0002 000014bc 00000000, Untold, switched off
          00 80 0003 000014bc 00000000, NoAddress, no connection
          00 80 0004 000014bc 00000000, Untold, out of resources
          00 80 0005 000014bc 00000000, NotOffered, does not offer
          00 80 0063 000014bc 00000000, Untold, result 99
          00 80 0000 000014bc 00000000, NoAddress, no connection
          """)
  void saysWhatAResultMeans(String packet, String kind, String words) throws IOException {
    try (var gateway = new FakeGateway(question -> List.of(Packets.hex(packet)))) {
      RouterAnswer answer = new NatPmp(gateway.port()).ask(LOOPBACK);

      assertThat(answer.getClass().getSimpleName()).isEqualTo(kind);
      assertThat(answer.toString()).contains(words);
    }
  }

  @Test
  void believesNobodyButTheGatewayAsked() throws IOException {
    byte[] truth = Packets.hex("00 80 0000 000014bc 0b16212c");
    byte[] lie = Packets.hex("00 80 0000 000014bc 06060606");
    try (var gateway = new FakeGateway(question -> List.of(truth)).withLiars(question -> lie)) {
      assertThat(new NatPmp(gateway.port()).ask(LOOPBACK))
          .isEqualTo(new RouterAnswer.Outside(new Ipv4Address(0x0b16212c)));
    }
  }

  @Test
  void noticesAtOnceThatNobodyListens() throws IOException {
    int port;
    try (var gateway = new FakeGateway(question -> List.of())) {
      port = gateway.port();
    }

    assertThat(new NatPmp(port).ask(LOOPBACK))
        .isEqualTo(new RouterAnswer.NotOffered("the router does not offer it"));
  }
}
