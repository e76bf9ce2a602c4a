package io.github.dyn53.cli.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyPacketTest {

  private static final int ID = 0x1234;
  private static final Question HOME = new Question(new DnsName("home.example.com"), QueryType.A);
  private static final byte[] ASKED = QuestionPacket.of(ID, HOME, true);

  @Test
  void writesAQuestionAsTheRfcHasIt() {
    assertThat(HexFormat.of().formatHex(ASKED))
        .isEqualTo(
            "1234"
                + "0100"
                + "0001"
                + "000000000000"
                + "04686f6d65076578616d706c6503636f6d00"
                + "0001"
                + "0001");
  }

  @Test
  void readsAddressesTimesAndFlags() {
    byte[] reply = Replies.to(ASKED).flags(0x0400).address("11.22.33.44", 300).bytes();

    DnsReply read = read(reply).orElseThrow();

    assertThat(read.authoritative()).isTrue();
    assertThat(read.addresses(Family.IPV4))
        .containsExactly(IpAddress.parse("11.22.33.44").orElseThrow());
    assertThat(read.answers().get(0).ttl()).isEqualTo(Duration.ofMinutes(5));
    assertThat(read.answers().get(0).name()).isEqualTo(HOME.name());
  }

  @Test
  void readsTheZoneThatANegativeAnswerNames() {
    DnsReply read =
        read(Replies.to(ASKED).flags(3).startOfAuthority("example.com").bytes()).orElseThrow();

    assertThat(read.code()).isEqualTo(DnsReply.NXDOMAIN);
    assertThat(read.authority().get(0).name()).isEqualTo(new DnsName("example.com"));
    assertThat(read.authority().get(0).value()).isEqualTo("ns1.example.com");
  }

  @Test
  void passesOverRecordsOfOtherTypes() {
    byte[] text = Replies.record(Replies.pointer(), 16, 60, new byte[] {2, 'h', 'i'});
    byte[] reply = Replies.to(ASKED).raw(text).address("11.22.33.44", 300).bytes();

    assertThat(read(reply).orElseThrow().answers()).hasSize(1);
  }

  @Test
  void takesAnotherCaseOfTheSameNameForTheSame() {
    byte[] reply = Replies.to(ASKED).address("11.22.33.44", 300).bytes();
    reply[13] = 'H';

    assertThat(read(reply)).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          another id                     | 0  | 56
          a question, not a reply        | 2  | 00
          another operation              | 2  | a8
          two questions                  | 5  | 02
          another name                   | 13 | 78
          another type                   | 31 | 1c
          another class                  | 33 | 03
          an A record of three bytes     | 45 | 03
          more data than the packet has  | 45 | 40
          more records than it has       | 7  | 02
          a name that points at itself   | 35 | 22
          a name that points forward     | 35 | 30
          a label of a reserved kind     | 34 | 80
          a blank in a label             | 13 | 20
          """)
  void believesNoReplyWith(String what, int at, String octet) {
    byte[] reply = Replies.to(ASKED).address("11.22.33.44", 300).bytes();
    reply[at] = (byte) HexFormat.fromHexDigits(octet);

    assertThat(read(reply)).as(what).isEmpty();
  }

  @Test
  void believesNoReplyThatIsCutOff() {
    byte[] reply = Replies.to(ASKED).address("11.22.33.44", 300).bytes();

    for (int length = 0; length < reply.length; length++) {
      assertThat(ReplyPacket.read(ByteBuffer.wrap(reply, 0, length), ID, HOME)).isEmpty();
    }
  }

  @Test
  void endsNamesThatRunInACircle() {
    // Two pointers at each other, in the name behind an NS record.
    byte[] circle = Replies.record(Replies.pointer(), 2, 60, new byte[] {(byte) 0xc0, 0x2e});
    byte[] reply = Replies.to(ASKED).raw(circle).bytes();

    assertThat(read(reply)).isEmpty();
  }

  private static Optional<DnsReply> read(byte[] reply) {
    return ReplyPacket.read(ByteBuffer.wrap(reply), ID, HOME);
  }
}
