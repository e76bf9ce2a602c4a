package io.github.dyn53.cli.address;

import static io.github.dyn53.cli.address.AddressChainTest.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.http.HttpClient;
import io.github.dyn53.cli.http.HttpReply;
import io.github.dyn53.cli.http.HttpRequest;
import io.github.dyn53.cli.http.UnreachableException;
import io.github.dyn53.cli.http.UnreachableException.Reason;
import io.github.dyn53.dns.Family;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EndpointSourceTest {

  private final List<HttpRequest> requests = new ArrayList<>();

  @Test
  void asksOverTheFamilyWanted() {
    Finding finding = source(replying(200, "2600::7"), "https://a.example").find(Family.IPV6);

    assertThat(finding).isEqualTo(found("2600::7", "endpoint"));
    assertThat(requests.getFirst().family()).contains(Family.IPV6);
    assertThat(requests.getFirst().headers()).containsEntry("User-Agent", "dyn53/test");
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          https://a.example,       https://a.example/checkip
          https://a.example/stage, https://a.example/stage/checkip
          http://[::1]:8080,       http://[::1]:8080/checkip
          """)
  void asksTheCheckipOfTheEndpoint(String endpoint, String url) {
    source(replying(200, "9.9.9.9"), endpoint).find(Family.IPV4);

    assertThat(requests.getFirst().url()).hasToString(url);
  }

  @Test
  void asksTheNextWhereOneIsDown() {
    HttpClient http =
        request -> {
          requests.add(request);
          if (request.url().getHost().equals("a.example")) {
            throw new UnreachableException(Reason.CONNECT, "nothing takes the connection");
          }
          return new HttpReply(200, Map.of(), "9.9.9.9");
        };

    assertThat(source(http, "https://a.example", "https://b.example").find(Family.IPV4))
        .isEqualTo(found("9.9.9.9", "endpoint"));
    assertThat(source(http, "https://a.example").find(Family.IPV4))
        .isEqualTo(new Finding.Failed("nothing takes the connection", true));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          200 | 2600::7                  | of the other family
          200 | 9.9.9.9 and more         | is no endpoint of dyn53
          200 | <html>9.9.9.9</html>     | is no endpoint of dyn53
          200 | ''                       | is no endpoint of dyn53
          503 | 9.9.9.9                  | status 503
          302 | ''                       | status 302
          """)
  void believesNothingButOneAddressOfTheFamily(int status, String body, String words) {
    Finding finding = source(replying(status, body), "https://a.example").find(Family.IPV4);

    assertThat(finding).isInstanceOf(Finding.Failed.class);
    assertThat(finding.toString()).contains(words);
  }

  private HttpClient replying(int status, String body) {
    return request -> {
      requests.add(request);
      return new HttpReply(status, Map.of(), body);
    };
  }

  private static EndpointSource source(HttpClient http, String... endpoints) {
    List<URI> urls = List.of(endpoints).stream().map(URI::create).toList();
    return new EndpointSource(http, urls, "dyn53/test", Duration.ofSeconds(10), Pause.NONE);
  }
}
