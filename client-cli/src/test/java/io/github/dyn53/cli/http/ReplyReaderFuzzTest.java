package io.github.dyn53.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;

/**
 * Any bytes as a reply; searches with {@code JAZZER_FUZZ=1 mvn test -pl client-cli
 * -Dtest=ReplyReaderFuzzTest#replies}.
 */
class ReplyReaderFuzzTest {

  @FuzzTest
  void replies(FuzzedDataProvider data) throws IOException {
    var in = new ByteArrayInputStream(data.consumeRemainingAsBytes());
    try {
      HttpReply reply = new ReplyReader(in).read();

      assertThat(reply.status()).isBetween(200, 999);
      assertThat(reply.body().length()).isLessThanOrEqualTo(65_536);
      assertThat(reply.headers().keySet()).allMatch(name -> name.matches("[!-~&&[^A-Z:]]+"));
    } catch (NotHttpException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }
}
