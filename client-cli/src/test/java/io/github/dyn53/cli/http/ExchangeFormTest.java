package io.github.dyn53.cli.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.dyn53.cli.http.ExchangeForm.Asked;
import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.dns.Family;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExchangeFormTest {

  private static final Asked FULL =
      new Asked(
          new HttpRequest(
              "POST",
              URI.create("https://api.example.com/nic/update?hostname=a%20b"),
              Map.of("Authorization", "Bearer x", "User-Agent", "dyn53/1"),
              Optional.of("{\"wer\":\"größer\"}"),
              Optional.of(Family.IPV6),
              Duration.ofMillis(1500)),
          Trust.only(Path.of("/etc/dyn53/ca.pem")));

  private static final Asked BARE =
      new Asked(
          new HttpRequest(
              "GET",
              URI.create("https://api.example.com"),
              Map.of(),
              Optional.empty(),
              Optional.empty(),
              Duration.ofSeconds(10)),
          Trust.usual());

  private static final HttpReply REPLY =
      new HttpReply(503, Map.of("retry-after", "120"), "911\nünd so weiter");

  @Test
  void bringsTheRequestOver() throws IOException {
    assertThat(ExchangeForm.asked(read(ExchangeForm.of(FULL)))).isEqualTo(FULL);
    assertThat(ExchangeForm.asked(read(ExchangeForm.of(BARE)))).isEqualTo(BARE);
  }

  @Test
  void bringsTheReplyBack() throws IOException {
    assertThat(ExchangeForm.reply(read(ExchangeForm.of(REPLY)))).isEqualTo(REPLY);
  }

  @ParameterizedTest
  @EnumSource(Reason.class)
  void bringsBackWhyThereIsNone(Reason reason) {
    byte[] written = ExchangeForm.of(new UnreachableException(reason, "no route to host"));

    assertThatThrownBy(() -> ExchangeForm.reply(read(written)))
        .isInstanceOfSatisfying(
            UnreachableException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessage("no route to host");
  }

  @Test
  void takesNothingThatIsCutOff() {
    byte[] request = ExchangeForm.of(FULL);
    byte[] reply = ExchangeForm.of(REPLY);
    for (int length = 0; length < request.length; length++) {
      InputStream part = read(Arrays.copyOf(request, length));
      assertThat(catchThrowable(() -> ExchangeForm.asked(part))).isInstanceOf(IOException.class);
    }
    for (int length = 0; length < reply.length; length++) {
      InputStream part = read(Arrays.copyOf(reply, length));
      assertThat(catchThrowable(() -> ExchangeForm.reply(part))).isInstanceOf(IOException.class);
    }
  }

  /** Whichever bit is wrong: a value that differs, or the one complaint that callers expect. */
  @Test
  void survivesEveryWrongBit() {
    byte[] request = ExchangeForm.of(FULL);
    for (int bit = 0; bit < request.length * 8; bit++) {
      byte[] wrong = request.clone();
      wrong[bit / 8] ^= (byte) (1 << (bit % 8));
      Throwable thrown = catchThrowable(() -> ExchangeForm.asked(read(wrong)));
      assertThat(thrown == null || thrown instanceof IOException).as("bit " + bit).isTrue();
    }
  }

  @Test
  void takesNoOtherForm() {
    byte[] other = ExchangeForm.of(REPLY);
    other[3]++;

    assertThatThrownBy(() -> ExchangeForm.reply(read(other))).hasMessage("another form");
  }

  private static InputStream read(byte[] bytes) {
    return new ByteArrayInputStream(bytes);
  }
}
