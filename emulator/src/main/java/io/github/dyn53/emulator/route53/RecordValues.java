package io.github.dyn53.emulator.route53;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.Address;
import org.xbill.DNS.CNAMERecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.NSRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.PTRRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.SPFRecord;
import org.xbill.DNS.TXTRecord;

/**
 * Values of records in Route 53's text form. Addresses, names and strings are read as strictly as
 * Route 53 does, with its messages; of the other types it is the syntax that is checked.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/ResourceRecordTypes.html">Supported
 *     DNS record types</a>
 */
final class RecordValues {
  private static final Pattern PRINTABLE = Pattern.compile("[ -~\\t]+");
  private static final String IPV4_OCTET = "(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(IPV4_OCTET + "(?:\\." + IPV4_OCTET + "){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]+");
  private static final Pattern CAA = Pattern.compile("\\d{1,3} [A-Za-z0-9]+ \"[^\"]*\"");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Pattern MASTER_FILE_SYNTAX = Pattern.compile("[;()@\"]|^\\\\#");

  private RecordValues() {}

  static Record read(Name owner, RecordType type, long ttl, String value)
      throws InvalidValueException {
    if (!PRINTABLE.matcher(value).matches()) {
      throw new InvalidValueException(
          "UnsupportedCharacter", "Value contains unsupported characters", value);
    }
    return switch (type) {
      case A -> new ARecord(owner, DClass.IN, ttl, ipv4(value));
      case AAAA -> new AAAARecord(owner, DClass.IN, ttl, ipv6(value));
      case CNAME -> new CNAMERecord(owner, DClass.IN, ttl, Names.read(value));
      case NS -> new NSRecord(owner, DClass.IN, ttl, Names.read(value));
      case PTR -> new PTRRecord(owner, DClass.IN, ttl, Names.read(value));
      case SPF -> new SPFRecord(owner, DClass.IN, ttl, CharacterStrings.read(value));
      case TXT -> new TXTRecord(owner, DClass.IN, ttl, CharacterStrings.read(value));
      case CAA -> masterFileRecord(owner, type, ttl, caa(value));
      case DS, HTTPS, MX, NAPTR, SOA, SRV, SSHFP, SVCB, TLSA ->
          masterFileRecord(owner, type, ttl, value);
    };
  }

  private static InetAddress ipv4(String value) throws InvalidValueException {
    if (!IPV4.matcher(value).matches()) {
      throw new InvalidValueException(
          "ARRDATAIllegalIPv4Address", "Value is not a valid IPv4 address", value);
    }
    return address(Address.toByteArray(value, Address.IPv4), value);
  }

  private static byte[] ipv6(String value) throws InvalidValueException {
    byte[] octets = IPV6.matcher(value).matches() ? Address.toByteArray(value, Address.IPv6) : null;
    if (octets == null) {
      throw new InvalidValueException(
          "AAAARRDATAIllegalIPv6Address", "Value is not a valid IPv6 address", value);
    }
    return octets;
  }

  private static InetAddress address(byte[] octets, String value) {
    try {
      return InetAddress.getByAddress(octets);
    } catch (UnknownHostException e) {
      throw new IllegalStateException(
          "read \"%s\" as %d octets".formatted(value, octets.length), e);
    }
  }

  private static String caa(String value) throws InvalidValueException {
    if (!CAA.matcher(value).matches()) {
      throw malformed(RecordType.CAA, value);
    }
    return value;
  }

  private static Record masterFileRecord(Name owner, RecordType type, long ttl, String value)
      throws InvalidValueException {
    // dnsjava would take comments, brackets, @ and RFC 3597's \# as a master file does; Route 53
    // does not.
    if (MASTER_FILE_SYNTAX.matcher(QUOTED.matcher(value).replaceAll("")).find()) {
      throw malformed(type, value);
    }
    try {
      return Record.fromString(owner, type.number(), DClass.IN, ttl, value, Name.root);
    } catch (IOException | IllegalArgumentException e) {
      throw malformed(type, value);
    }
  }

  private static InvalidValueException malformed(RecordType type, String value) {
    return new InvalidValueException(
        type + "RRDATAMalformed", "Value does not have the form of a " + type + " record", value);
  }
}
