package io.github.dyn53.cli.dns;

import io.github.dyn53.dns.IpAddress;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes replies byte by byte, as RFC 1035 section 4.1 lays them out. */
public final class Replies {

  private static final int REPLY_TO_NAME = 0xc00c;

  private final byte[] question;
  private final List<byte[]> answers = new ArrayList<>();
  private final List<byte[]> authority = new ArrayList<>();
  private int flags = 0x8000;

  private Replies(byte[] question) {
    this.question = question.clone();
  }

  /** A reply to the question of this packet, so far without a record. */
  public static Replies to(byte[] question) {
    return new Replies(question);
  }

  /** Sets the bits of the second word besides "this is a reply". */
  public Replies flags(int bits) {
    flags |= bits;
    return this;
  }

  /** An A or AAAA record of the name that was asked for. */
  public Replies address(String text, int ttl) {
    IpAddress address = IpAddress.parse(text).orElseThrow();
    int type = address.bytes().length == 4 ? 1 : 28;
    answers.add(record(pointer(), type, ttl, address.bytes()));
    return this;
  }

  /** An NS record of the name that was asked for. */
  public Replies nameServer(String name) {
    answers.add(record(pointer(), 2, 3600, name(name)));
    return this;
  }

  /** The SOA record that comes where there is nothing else. */
  public Replies startOfAuthority(String zone) {
    var data = new ByteArrayOutputStream();
    data.writeBytes(name("ns1." + zone));
    data.writeBytes(name("hostmaster." + zone));
    data.writeBytes(new byte[20]);
    authority.add(record(name(zone), 6, 60, data.toByteArray()));
    return this;
  }

  /** Any record. */
  public Replies raw(byte[] record) {
    answers.add(record.clone());
    return this;
  }

  /** The bytes. */
  public byte[] bytes() {
    var packet = new ByteArrayOutputStream();
    packet.writeBytes(
        ByteBuffer.allocate(12)
            .put(question, 0, 2)
            .putShort((short) flags)
            .putShort((short) 1)
            .putShort((short) answers.size())
            .putShort((short) authority.size())
            .putShort((short) 0)
            .array());
    packet.write(question, 12, question.length - 12);
    answers.forEach(packet::writeBytes);
    authority.forEach(packet::writeBytes);
    return packet.toByteArray();
  }

  /** A pointer to the name in the question (section 4.1.4). */
  static byte[] pointer() {
    return new byte[] {(byte) (REPLY_TO_NAME >> 8), (byte) REPLY_TO_NAME};
  }

  static byte[] record(byte[] name, int type, int ttl, byte[] data) {
    return ByteBuffer.allocate(name.length + 10 + data.length)
        .put(name)
        .putShort((short) type)
        .putShort((short) 1)
        .putInt(ttl)
        .putShort((short) data.length)
        .put(data)
        .array();
  }

  static byte[] name(String text) {
    var bytes = new ByteArrayOutputStream();
    for (String label : text.split("\\.", -1)) {
      bytes.write(label.length());
      bytes.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
    }
    bytes.write(0);
    return bytes.toByteArray();
  }
}
