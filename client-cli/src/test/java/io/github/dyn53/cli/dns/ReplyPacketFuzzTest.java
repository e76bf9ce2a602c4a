package io.github.dyn53.cli.dns;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.dyn53.dns.DnsName;
import java.nio.ByteBuffer;

/**
 * Any bytes behind a good question; searches with {@code JAZZER_FUZZ=1 mvn test -pl client-cli
 * -Dtest=ReplyPacketFuzzTest#records}.
 */
class ReplyPacketFuzzTest {

  @FuzzTest
  void records(FuzzedDataProvider data) {
    var question = new Question(new DnsName("home.example.com"), QueryType.SOA);
    byte[] packet = QuestionPacket.of(1, question, true);
    packet[2] |= (byte) 0x80;
    packet[7] = data.consumeByte();
    packet[9] = data.consumeByte();
    byte[] rest = data.consumeRemainingAsBytes();
    byte[] whole = ByteBuffer.allocate(packet.length + rest.length).put(packet).put(rest).array();

    ReplyPacket.read(ByteBuffer.wrap(whole), 1, question)
        .ifPresent(reply ->
            assertThat(reply.answers()).allMatch(record -> record.name().value().length() <= 253));
  }
}
