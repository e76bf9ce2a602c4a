package io.github.dyn53.emulator.dns;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.DClass;
import org.xbill.DNS.ExtendedFlags;
import org.xbill.DNS.Flags;
import org.xbill.DNS.Message;
import org.xbill.DNS.Name;
import org.xbill.DNS.OPTRecord;
import org.xbill.DNS.Opcode;
import org.xbill.DNS.Rcode;
import org.xbill.DNS.Record;
import org.xbill.DNS.Section;
import org.xbill.DNS.Type;

class ResponderTest {
  private final Responder responder = new Responder(new ServedZone().zones);

  @Test
  void keepsIdAndQuestionAsSent() throws IOException {
    var query = query("HoMe.dYn.TeSt.", Type.A);
    query.getHeader().setFlag(Flags.RD);

    var response = respond(query);

    assertThat(response.getHeader().getID()).isEqualTo(query.getHeader().getID());
    assertThat(response.getHeader().getFlag(Flags.QR)).isTrue();
    assertThat(response.getHeader().getFlag(Flags.RD)).isTrue();
    assertThat(response.getQuestion().getName().toString()).isEqualTo("HoMe.dYn.TeSt.");
    assertThat(response.getOPT()).isNull();
  }

  @ParameterizedTest
  @CsvSource({"AXFR, REFUSED", "IXFR, REFUSED", "OPT, FORMERR", "TSIG, NOTIMP", "MAILA, NOTIMP"})
  void answersNoTransfersAndNoMetaTypes(String type, String responseCode) throws IOException {
    var response = respond(query("dyn.test.", Type.value(type)));

    assertThat(Rcode.string(response.getRcode())).isEqualTo(responseCode);
    assertThat(response.getSection(Section.ANSWER)).isEmpty();
  }

  @Test
  void refusesOtherClasses() throws IOException {
    var query =
        Message.newQuery(
            Record.newRecord(Name.fromConstantString("dyn.test."), Type.A, DClass.CHAOS));

    assertThat(respond(query).getRcode()).isEqualTo(Rcode.REFUSED);
  }

  @ParameterizedTest
  @CsvSource({"NOTIFY", "UPDATE", "STATUS", "IQUERY"})
  void implementsNoOtherOpcodes(String opcode) throws IOException {
    var query = query("dyn.test.", Type.SOA);
    query.getHeader().setOpcode(Opcode.value(opcode));

    var response = respond(query);

    assertThat(response.getRcode()).isEqualTo(Rcode.NOTIMP);
    assertThat(response.getHeader().getOpcode()).isEqualTo(Opcode.value(opcode));
  }

  @Test
  void answersEdnsWithItsOwn() throws IOException {
    var query = query("home.dyn.test.", Type.A);
    query.addRecord(new OPTRecord(4_096, 0, 0, ExtendedFlags.DO), Section.ADDITIONAL);

    var edns = respond(query).getOPT();

    assertThat(edns.getPayloadSize()).isEqualTo(1_232);
    assertThat(edns.getVersion()).isZero();
    assertThat(edns.getFlags()).isEqualTo(ExtendedFlags.DO);
  }

  @Test
  void knowsNoLaterEdns() throws IOException {
    var query = query("home.dyn.test.", Type.A);
    query.addRecord(new OPTRecord(4_096, 0, 1), Section.ADDITIONAL);

    var response = respond(query);

    assertThat(response.getRcode()).isEqualTo(Rcode.BADVERS);
    assertThat(response.getSection(Section.ANSWER)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          dyn.test.,        NS,     0, false
          dyn.test.,        NS,   100, false
          medium.dyn.test., TXT,    0, true
          medium.dyn.test., TXT,  700, true
          medium.dyn.test., TXT, 1232, false
          medium.dyn.test., TXT, 4096, false
          large.dyn.test.,  TXT, 1232, true
          large.dyn.test.,  TXT, 4096, true
          """)
  void truncatesToWhatClientTakes(String name, String type, int payload, boolean truncated)
      throws IOException {
    var query = query(name, Type.value(type));
    if (payload > 0) {
      query.addRecord(new OPTRecord(payload, 0, 0), Section.ADDITIONAL);
    }

    var overUdp = respond(query);
    var overTcp = new Message(responder.overTcp(query.toWire()).orElseThrow());

    assertThat(overUdp.getHeader().getFlag(Flags.TC)).isEqualTo(truncated);
    assertThat(overUdp.getSection(Section.ANSWER).isEmpty()).isEqualTo(truncated);
    assertThat(overUdp.getOPT() != null).isEqualTo(payload > 0);
    assertThat(overTcp.getHeader().getFlag(Flags.TC)).isFalse();
    assertThat(overTcp.getSection(Section.ANSWER)).isNotEmpty();
  }

  @Test
  void saysFormatErrorToMalformedQuery() throws IOException {
    byte[] query = query("home.dyn.test.", Type.A).toWire();
    byte[] cut = Arrays.copyOf(query, query.length - 3);

    var response = new Message(responder.overUdp(cut).orElseThrow());

    assertThat(response.getRcode()).isEqualTo(Rcode.FORMERR);
    assertThat(response.getHeader().getID()).isEqualTo(new Message(query).getHeader().getID());
  }

  @Test
  void saysFormatErrorToQueryWithoutOneQuestion() throws IOException {
    var none = new Message();
    var two = query("home.dyn.test.", Type.A);
    two.addRecord(
        Record.newRecord(Name.fromConstantString("dyn.test."), Type.A, DClass.IN),
        Section.QUESTION);

    assertThat(respond(none).getRcode()).isEqualTo(Rcode.FORMERR);
    assertThat(respond(two).getRcode()).isEqualTo(Rcode.FORMERR);
  }

  @Test
  void saysNothingToResponsesAndFragments() {
    var response = query("home.dyn.test.", Type.A);
    response.getHeader().setFlag(Flags.QR);
    byte[] malformedResponse = Arrays.copyOf(response.toWire(), 15);

    assertThat(responder.overUdp(response.toWire())).isEmpty();
    assertThat(responder.overUdp(malformedResponse)).isEmpty();
    assertThat(responder.overUdp(new byte[11])).isEmpty();
    assertThat(responder.overTcp(new byte[0])).isEmpty();
  }

  /** Half of them noise, half of them queries in which some octets were changed. */
  @Test
  void survivesHostilePackets() throws IOException {
    var random = new Random(20_261_122);
    for (int i = 0; i < 20_000; i++) {
      byte[] packet = i % 2 == 0 ? noise(random) : damaged(random);

      var overUdp = responder.overUdp(packet);
      if (overUdp.isPresent()) {
        assertThat(overUdp.get()).hasSizeBetween(12, Responder.MAX_UDP);
        assertThat(Arrays.copyOf(overUdp.get(), 2)).isEqualTo(Arrays.copyOf(packet, 2));
        assertThat(overUdp.get()[2] & 0x80).isNotZero();
      }
      assertThat(responder.overTcp(packet).isPresent()).isEqualTo(overUdp.isPresent());
    }
    assertThat(respond(query("home.dyn.test.", Type.A)).getSection(Section.ANSWER)).hasSize(2);
  }

  private static byte[] noise(RandomGenerator random) {
    byte[] packet = new byte[random.nextInt(600)];
    random.nextBytes(packet);
    return packet;
  }

  private static byte[] damaged(RandomGenerator random) {
    var query =
        query(random.nextBoolean() ? "home.dyn.test." : "www.dyn.test.", random.nextInt(1, 260));
    query.addRecord(new OPTRecord(random.nextInt(65_536), 0, 0), Section.ADDITIONAL);
    byte[] packet = query.toWire();
    for (int damage = random.nextInt(4); damage > 0; damage--) {
      packet[random.nextInt(packet.length)] = (byte) random.nextInt(256);
    }
    return Arrays.copyOf(
        packet, packet.length - (random.nextInt(8) == 0 ? random.nextInt(packet.length) : 0));
  }

  private Message respond(Message query) throws IOException {
    return new Message(responder.overUdp(query.toWire()).orElseThrow());
  }

  private static Message query(String name, int type) {
    return Message.newQuery(Record.newRecord(Name.fromConstantString(name), type, DClass.IN));
  }
}
