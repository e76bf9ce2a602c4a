package io.github.dyn53.emulator.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;

class RecordValuesTest {
  private static final Name OWNER = Name.fromConstantString("home.example.org.");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          A     | 192.0.2.1                          | 192.0.2.1
          A     | 0.0.0.0                            | 0.0.0.0
          AAAA  | 2001:DB8::1                        | 2001:db8:0:0:0:0:0:1
          AAAA  | ::ffff:192.0.2.1                   | 0:0:0:0:0:ffff:192.0.2.1
          CNAME | Other.example.net                  | other.example.net.
          NS    | ns.example.net.                    | ns.example.net.
          PTR   | home.example.org                   | home.example.org.
          MX    | 10 mail.example.org                | 10 mail.example.org.
          SRV   | 1 2 5060 sip.example.org           | 1 2 5060 sip.example.org.
          CAA   | 0 issue "letsencrypt.org"          | 0 issue "letsencrypt.org"
          CAA   | 0 issue "a.org; validationmethods=dns-01" | 0 issue "a.org; validationmethods=dns-01"
          SOA   | ns.a.org. root.a.org. 1 2 3 4 5    | ns.a.org. root.a.org. 1 2 3 4 5
          DS    | 1 13 2 00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF | 1 13 2 00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF
          TXT   | "one" "two words"                  | one "two words"
          TXT   | "say \\"yes\\" \\\\ \\101\\000"     | "say \\"yes\\" \\\\ A\\000"
          TXT   | ""                                 | ""
          SPF   | "v=spf1 -all"                      | "v=spf1 -all"
          """)
  void readsValue(RecordType type, String value, String rdata) throws InvalidValueException {
    var record = RecordValues.read(OWNER, type, 60, value);

    assertThat(record.rdataToString()).isEqualTo(rdata);
    assertThat(record.getName()).isEqualTo(OWNER);
    assertThat(record.getTTL()).isEqualTo(60);
    assertThat(record.getType()).isEqualTo(type.number());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          A     | 999.1.1.1                 | ARRDATAIllegalIPv4Address (Value is not a valid IPv4 address)
          A     | hello                     | ARRDATAIllegalIPv4Address
          A     | 192.0.2                   | ARRDATAIllegalIPv4Address
          A     | 192.0.2.1.                | ARRDATAIllegalIPv4Address
          A     | 192.0.2.01                | ARRDATAIllegalIPv4Address
          A     | 192.0.2.256               | ARRDATAIllegalIPv4Address
          A     | 3221225985                | ARRDATAIllegalIPv4Address
          A     | 2001:db8::1               | ARRDATAIllegalIPv4Address
          A     | ` 192.0.2.1`              | ARRDATAIllegalIPv4Address
          A     | ``                        | UnsupportedCharacter
          AAAA  | 192.0.2.1                 | AAAARRDATAIllegalIPv6Address (Value is not a valid IPv6 address)
          AAAA  | 2001:db8::1::2            | AAAARRDATAIllegalIPv6Address
          AAAA  | 2001:db8:1                | AAAARRDATAIllegalIPv6Address
          AAAA  | fe80::1%eth0              | AAAARRDATAIllegalIPv6Address
          AAAA  | 2001:db8::1/64            | AAAARRDATAIllegalIPv6Address
          AAAA  | 12345::1                  | AAAARRDATAIllegalIPv6Address
          TXT   | unquoted                  | InvalidCharacterString (Value should be enclosed in quotation marks)
          TXT   | "open                     | InvalidCharacterString
          TXT   | "a\\"                     | InvalidCharacterString
          TXT   | "a""b"                    | InvalidCharacterString
          TXT   | "a" b                     | InvalidCharacterString
          TXT   | ` `                       | InvalidCharacterString
          TXT   | "ä"                       | UnsupportedCharacter
          CNAME | a..example.org            | DomainLabelEmpty
          CNAME | a b.example.org           | UnsupportedCharacter
          MX    | mail.example.org          | MXRRDATAMalformed
          MX    | 10 mail.example.org extra | MXRRDATAMalformed
          MX    | 10 mail.example.org ; no  | MXRRDATAMalformed
          MX    | 10 @                      | MXRRDATAMalformed
          SRV   | 1 2 99999 sip.example.org | SRVRRDATAMalformed
          SOA   | ns.a.org. root.a.org. 1 2 | SOARRDATAMalformed
          CAA   | 0 issue letsencrypt.org   | CAARRDATAMalformed
          DS    | \\# 4 01020304            | DSRRDATAMalformed
          """)
  void refusesValue(RecordType type, String value, String problem) {
    assertThatThrownBy(() -> RecordValues.read(OWNER, type, 60, value))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("FATAL problem: " + problem)
        .hasMessageEndingWith("encountered with '%s'", value);
  }

  @Test
  void takesStringsOf255OctetsHoweverTheyAreWritten() throws InvalidValueException {
    Record plain = RecordValues.read(OWNER, RecordType.TXT, 60, "\"" + "a".repeat(255) + "\"");
    Record escaped =
        RecordValues.read(OWNER, RecordType.TXT, 60, "\"" + "\\141".repeat(255) + "\"");

    assertThat(escaped).isEqualTo(plain);
  }

  @Test
  void refusesStringOf256Octets() {
    assertThatThrownBy(
            () -> RecordValues.read(OWNER, RecordType.TXT, 60, "\"" + "a".repeat(256) + "\""))
        .hasMessageContaining("CharacterStringTooLong");
  }
}
