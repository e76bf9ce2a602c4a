package io.github.dyn53.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.functions.dynamodb.TableNames;
import io.github.dyn53.publish.Pacer.Rate;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FunctionConfigTest {

  private static final TableNames TABLES = new TableNames("hosts", "tokens", "changes");

  private final Map<String, String> environment =
      new HashMap<>(
          Map.of(
              "DYN53_HOSTS_TABLE", "hosts",
              "DYN53_TOKENS_TABLE", "tokens",
              "DYN53_CHANGES_TABLE", "changes",
              "DYN53_ZONES", "Z1, /hostedzone/Z2",
              "DYN53_NAME_SUFFIX", "Dyn.Example.com.",
              "DYN53_ENDPOINT", "https://ddns.example.com"));

  @Test
  void readsAllThatAdminIsTold() {
    assertThat(FunctionConfig.forAdmin(environment))
        .isEqualTo(
            new FunctionConfig(
                TABLES,
                List.of(new ZoneId("Z1"), new ZoneId("Z2")),
                Optional.of(new DnsName("dyn.example.com")),
                Optional.of("https://ddns.example.com")));
  }

  @Test
  void readsTablesSuffixAndWaitForUpdates() {
    environment.put("DYN53_CHALLENGE_WAIT", "7");

    assertThat(FunctionConfig.forUpdates(environment))
        .isEqualTo(
            new FunctionConfig(
                TABLES,
                List.of(),
                Optional.of(new DnsName("dyn.example.com")),
                Optional.empty(),
                Duration.ofSeconds(7),
                Pace.DEFAULT));
  }

  @ParameterizedTest
  @ValueSource(strings = {"21", "-1", "1.5", "100", "long"})
  void namesWaitThatApiGatewayWouldNotSitOut(String wait) {
    environment.put("DYN53_CHALLENGE_WAIT", wait);

    assertThatThrownBy(() -> FunctionConfig.forUpdates(environment))
        .hasMessageContaining("DYN53_CHALLENGE_WAIT")
        .hasMessageContaining(wait);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  "})
  void takesAnEmptyValueForTheDefault(String empty) {
    environment.put("DYN53_NAME_SUFFIX", empty);
    environment.put("DYN53_ENDPOINT", empty);

    FunctionConfig config = FunctionConfig.forAdmin(environment);

    assertThat(config.nameSuffix()).isEmpty();
    assertThat(config.endpoint()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"DYN53_HOSTS_TABLE", "DYN53_TOKENS_TABLE", "DYN53_CHANGES_TABLE"})
  void namesTheVariableThatUpdatesMiss(String name) {
    environment.remove(name);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> FunctionConfig.forUpdates(environment))
        .withMessage(name + " is not set");
  }

  @ParameterizedTest
  @CsvSource({
    "DYN53_HOSTS_TABLE,",
    "DYN53_TOKENS_TABLE, ' '",
    "DYN53_CHANGES_TABLE, ''",
    "DYN53_ZONES,",
    "DYN53_ZONES, ''"
  })
  void namesTheVariableThatAdminMisses(String name, @Nullable String value) {
    environment.remove(name);
    if (value != null) {
      environment.put(name, value);
    }

    assertThatIllegalArgumentException()
        .isThrownBy(() -> FunctionConfig.forAdmin(environment))
        .withMessage(name + " is not set");
  }

  @ParameterizedTest
  @ValueSource(strings = {"z1", "Z1,,Z2", "Z1;Z2", "example.com"})
  void namesTheVariableWhoseZoneIdsAreNone(String zones) {
    environment.put("DYN53_ZONES", zones);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> FunctionConfig.forAdmin(environment))
        .withMessageStartingWith("DYN53_ZONES: not the id of a hosted zone");
  }

  @Test
  void publishesAtTheUsualPaceUnlessToldOtherwise() {
    assertThat(FunctionConfig.forPublishing(environment))
        .isEqualTo(new FunctionConfig(TABLES, List.of(), Optional.empty(), Optional.empty()));
    assertThat(Pace.DEFAULT).isEqualTo(new Pace(new Rate(5, 20), new Rate(500, 1_000)));
  }

  @Test
  void readsThePaceOfPublishing() {
    environment.put("DYN53_ROUTE53_REQUEST_RATE", "2.5");
    environment.put("DYN53_ROUTE53_REQUEST_BURST", "10");
    environment.put("DYN53_ROUTE53_CHANGE_RATE", " 100 ");
    environment.put("DYN53_ROUTE53_CHANGE_BURST", "200");

    assertThat(FunctionConfig.forPublishing(environment).pace())
        .isEqualTo(new Pace(new Rate(2.5, 10), new Rate(100, 200)));
  }

  @ParameterizedTest
  @CsvSource({
    "DYN53_ROUTE53_REQUEST_RATE, 0",
    "DYN53_ROUTE53_REQUEST_BURST, -1",
    "DYN53_ROUTE53_CHANGE_RATE, many",
    "DYN53_ROUTE53_CHANGE_BURST, 1e9",
    "DYN53_ROUTE53_CHANGE_BURST, NaN",
    "DYN53_ROUTE53_CHANGE_BURST, 0.000"
  })
  void namesTheVariableThatIsNoPace(String name, String value) {
    environment.put(name, value);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> FunctionConfig.forPublishing(environment))
        .withMessage("%s: not a positive number: \"%s\"".formatted(name, value));
  }

  @ParameterizedTest
  @ValueSource(strings = {"DYN53_HOSTS_TABLE", "DYN53_TOKENS_TABLE", "DYN53_CHANGES_TABLE"})
  void namesTheVariableThatPublishingMisses(String name) {
    environment.remove(name);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> FunctionConfig.forPublishing(environment))
        .withMessage(name + " is not set");
  }
}
