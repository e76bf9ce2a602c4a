package io.github.dyn53.cli.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplyReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/1.1 200 OK~Content-Length: 2~~hiEXTRA                              | 200 | hi    | true
          HTTP/1.1 200~Content-Length: 2~~hi                                      | 200 | hi    | true
          HTTP/1.1 200 OK~Content-Length: 2~Connection: Close~~hi                 | 200 | hi    | false
          HTTP/1.0 200 OK~Content-Length: 2~~hi                                   | 200 | hi    | false
          HTTP/1.1 200 OK~~until the end                                          | 200 | until the end | false
          HTTP/1.1 204 No Content~~                                               | 204 | ''    | true
          HTTP/1.1 503 Busy~content-length:0~~                                    | 503 | ''    | true
          HTTP/1.1 200 OK~Transfer-Encoding: chunked~~2~hi~3;x=y~ yo~0~~          | 200 | hi yo | true
          HTTP/1.1 200 OK~Transfer-Encoding: chunked~~A~0123456789~0~T: t~~       | 200 | 0123456789 | true
          HTTP/1.1 200 OK~Transfer-Encoding: chunked~Content-Length: 9~~1~a~0~~   | 200 | a     | false
          HTTP/1.1 103 Early~Link: x~~HTTP/1.1 200 OK~Content-Length: 1~~a        | 200 | a     | true
          HTTP/1.1 200 OK~Content-Length: 1~Content-Length: 1~~a                  | 200 | a     | true
          """)
  void readsReplies(String wire, int status, String body, boolean usable) throws IOException {
    ReplyReader reader = reader(wire.replace("~", "\r\n"));

    HttpReply reply = reader.read();

    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body()).isEqualTo(body);
    assertThat(reader.leavesConnectionUsable()).isEqualTo(usable);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/2 200 OK~~                                                       | status line
          SSH-2.0-OpenSSH_9.2~                                                  | status line
          HTTP/1.1 2O0 OK~~                                                     | a number
          HTTP/1.1 099 OK~~                                                     | status line
          HTTP/1.1 200 OK~Content-Length: -1~~                                  | a number
          HTTP/1.1 200 OK~Content-Length: +2~~hi                                | a number
          HTTP/1.1 200 OK~Content-Length: 65537~~hi                             | longer than 64 KiB
          HTTP/1.1 200 OK~Content-Length: 99999999999999999999~~hi              | a number
          HTTP/1.1 200 OK~Content-Length: 1~Content-Length: 2~~hi               | two lengths
          HTTP/1.1 200 OK~Content-Length: 3~~hi                                 | ends in the middle
          HTTP/1.1 200 OK~Content-Length: 3                                     | ends in the middle
          HTTP/1.1 200 OK~Transfer-Encoding: gzip, chunked~~                    | not asked for
          HTTP/1.1 200 OK~Transfer-Encoding: chunked~~zz~hi~0~~                 | a number
          HTTP/1.1 200 OK~Transfer-Encoding: chunked~~2~hiho~0~~                | longer than it says
          HTTP/1.1 200 OK~Transfer-Encoding: chunked~~2~hi~                     | ends in the middle
          HTTP/1.1 200 OK~Transfer-Encoding: chunked~~FFFFFFFF~hi~              | longer than 64 KiB
          HTTP/1.1 200 OK~ folded: x~~                                          | no proper name
          HTTP/1.1 200 OK~Name : x~~                                            | no proper name
          HTTP/1.1 200 OK~no colon~~                                            | no proper name
          """)
  void refusesWhatIsNoReply(String wire, String reason) {
    assertThatThrownBy(() -> reader(wire.replace("~", "\r\n")).read())
        .isInstanceOf(NotHttpException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void takesLineFeedsAloneButNoCarriageReturns() throws IOException {
    assertThat(reader("HTTP/1.1 200 OK\nContent-Length: 2\n\nhi").read().body()).isEqualTo("hi");
    assertThatThrownBy(() -> reader("HTTP/1.1 200 OK\rX").read()).hasMessageContaining("CR LF");
    assertThatThrownBy(() -> reader("HTTP/1.1 200 O\u0000K\r\n").read())
        .hasMessageContaining("control characters");
  }

  @Test
  void readsNoMoreThanTheLimits() {
    String endless = "HTTP/1.1 200 OK\r\nX: " + "x".repeat(20_000);
    String manyInterim = "HTTP/1.1 100 Go on\r\n\r\n".repeat(1_000);
    String chunks =
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + ("8000\r\n" + "x".repeat(0x8000) + "\r\n").repeat(3);
    String untilClose = "HTTP/1.1 200 OK\r\n\r\n" + "x".repeat(65_537);

    assertThatThrownBy(() -> reader(endless).read()).hasMessageContaining("16 KiB");
    assertThatThrownBy(() -> reader(manyInterim).read()).hasMessageContaining("16 KiB");
    assertThatThrownBy(() -> reader(chunks).read()).hasMessageContaining("64 KiB");
    assertThatThrownBy(() -> reader(untilClose).read()).hasMessageContaining("64 KiB");
  }

  @Test
  void keepsTheFirstOfEachHeaderByItsNameInLowerCase() throws IOException {
    HttpReply reply =
        reader("HTTP/1.1 200 OK\r\nRetry-After:  7 \r\nRETRY-AFTER: 9\r\n\r\n").read();

    assertThat(reply.headers()).isEqualTo(Map.of("retry-after", "7"));
  }

  private static ReplyReader reader(String wire) {
    return new ReplyReader(new ByteArrayInputStream(wire.getBytes(ISO_8859_1)));
  }
}
