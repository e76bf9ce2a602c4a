package io.github.dyn53.cli.address;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.Hostname;
import java.nio.ByteBuffer;

/**
 * Any bytes as an answer of DNS, behind the right beginning; searches with {@code JAZZER_FUZZ=1 mvn
 * test -pl client-cli -Dtest=DnsPacketFuzzTest#answers}.
 */
class DnsPacketFuzzTest {

  @FuzzTest
  void answers(FuzzedDataProvider data) {
    byte[] question = DnsPacket.question(7, new Hostname("my.ip"), Family.IPV6);
    byte[] tail = data.consumeRemainingAsBytes();
    ByteBuffer packet = ByteBuffer.allocate(question.length + tail.length);
    packet.put(question).put(tail).flip();
    packet.putShort(2, (short) 0x8180).putShort(6, (short) tail.length);

    DnsPacket.read(packet, question, Family.IPV6)
        .flatMap(DnsPacket.Reply::address)
        .ifPresent(address -> assertThat(address.family()).isEqualTo(Family.IPV6));
  }
}
