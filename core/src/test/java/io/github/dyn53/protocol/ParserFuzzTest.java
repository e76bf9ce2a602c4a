package io.github.dyn53.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Network;
import java.util.Map;
import java.util.Optional;

/**
 * Each parser on any text. Runs on the stored inputs in every build, and searches for new ones with
 * {@code JAZZER_FUZZ=1 mvn test -pl core -Dtest=ParserFuzzTest#names}.
 */
class ParserFuzzTest {

  @FuzzTest
  void names(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();

    Hostname.parse(text)
        .ifPresent(hostname -> {
          assertThat(Hostname.parse(hostname.value())).contains(hostname);
          assertThat(hostname.name().value()).isEqualTo(hostname.value());
          assertThat(hostname.value()).matches("[a-z0-9.*-]{3,253}");
        });
    assertThat(new DnsName(text).value().length()).isLessThanOrEqualTo(text.length());
  }

  @FuzzTest
  void addresses(FuzzedDataProvider data) {
    String text = data.consumeRemainingAsString();

    IpAddress.parse(text)
        .ifPresent(address -> assertThat(IpAddress.parse(address.text())).contains(address));
    Network.parse(text)
        .ifPresent(network -> {
          assertThat(Network.parse(network.text())).contains(network);
          assertThat(network.contains(network.address())).isTrue();
        });
  }

  @FuzzTest
  void queries(FuzzedDataProvider data) {
    String query = data.consumeRemainingAsString();
    var wire = new Wire();

    assertThat(Parameters.of(request(query, Map.of())).all()).hasSizeLessThanOrEqualTo(100);
    assertThat(wire.get("/nic/update?" + query).reply().status()).isIn(200, 401);
  }

  @FuzzTest
  void authorizations(FuzzedDataProvider data) {
    String header = data.consumeRemainingAsString();
    WebRequest request = request("", Map.of("authorization", header));
    var parameters = Parameters.of(request);

    ShownSecret.of(request, parameters, Optional.empty())
        .ifPresent(secret -> assertThat(secret.value()).matches("[a-z2-7]{32}"));
    assertThat(ShownSecret.userName(request, parameters).filter(String::isEmpty)).isEmpty();
  }

  private static WebRequest request(String query, Map<String, String> headers) {
    return Wire.request("9.8.7.6", "GET", "/nic/update?" + query, headers, "");
  }
}
