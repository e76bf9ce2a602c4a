package io.github.dyn53.emulator.dns;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.clients.RealProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Asks as people do; skipped where dig is missing, unless DYN53_REQUIRE_CLIENTS is 1. */
class DigTest {
  private final RealProgram dig = RealProgram.require("dig", "bind9-dnsutils");
  private final DnsServer server = DnsServer.start(0, new ServedZone().zones);

  @TempDir Path folder;

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          home.dyn.test A                 | 192.0.2.1;192.0.2.2
          home.dyn.test AAAA +tcp         | 2001:db8::1
          home.dyn.test A +noedns         | 192.0.2.1;192.0.2.2
          HoMe.DYN.test AAAA              | 2001:db8::1
          q.home.dyn.test A               | 192.0.2.3
          _acme-challenge.home.dyn.test TXT | "token with blanks" "\\228"
          www.dyn.test AAAA               | alias.sub.dyn.test.;home.dyn.test.;2001:db8::1
          dyn.test MX                     | 10 mail.dyn.test.
          dyn.test CAA                    | 0 issue "letsencrypt.org"
          nas.dyn.test A                  | ``
          """)
  void printsWhatWasPublished(String question, String printed) {
    assertThat(dig("+short " + question).lines().toList())
        .isEqualTo(printed.replace(";", "\n").lines().toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          home.dyn.test A             | status: NOERROR | flags: qr aa rd; | EDNS: version: 0, flags:; udp: 1232
          home.dyn.test A +cookie     | status: NOERROR | flags: qr aa rd; | udp: 1232
          home.dyn.test A +edns=1 +noednsnegotiation | status: BADVERS | flags: qr rd; | EDNS: version: 0
          home.dyn.test TXT           | status: NOERROR | ANSWER: 0, AUTHORITY: 1 | 900
          nas.dyn.test A +tcp         | status: NXDOMAIN | AUTHORITY: 1 | SOA
          example.org A               | status: REFUSED | flags: qr rd; | ANSWER: 0
          large.dyn.test TXT +ignore  | flags: qr aa tc rd; | udp: 1232 | status: NOERROR
          large.dyn.test TXT          | Truncated, retrying in TCP mode | ANSWER: 8 | flags: qr aa rd;
          dyn.test AXFR               | Transfer failed | dyn.test | DiG
          dyn.test SOA +opcode=UPDATE | status: NOTIMP | flags: qr | opcode: UPDATE
          """)
  void tellsHowItWasAnswered(String question, String first, String second, String third) {
    assertThat(dig(question)).contains(first, second, third);
  }

  private String dig(String question) {
    var arguments =
        new ArrayList<>(
            List.of(
                "-r", "@127.0.0.1", "-p", Integer.toString(server.port()), "+time=5", "+tries=1"));
    arguments.addAll(List.of(question.split(" ", -1)));
    return dig.run(folder, arguments).output();
  }
}
