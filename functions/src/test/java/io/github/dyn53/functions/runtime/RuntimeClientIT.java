package io.github.dyn53.functions.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.dyn53.functions.golden.GoldenEvent;
import io.github.dyn53.functions.runtime.RuntimeApi.Answer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The built jar under Lambda's own runtime client. */
class RuntimeClientIT {

  private static final List<String> CHANGE =
      List.of("BatchGetItem", "TransactWriteItems", "ChangeResourceRecordSets", "UpdateItem");

  @TempDir Path folder;

  @Test
  void updateFunctionAnswersOneRequestAfterTheOther() throws IOException {
    List<String> events =
        List.of(
            "ddclient-3.10-unchanged",
            "ddclient-3.10-changed",
            "inadyn-wrong-password",
            "checkip-plain");
    try (var lambda = new LambdaProcess(folder).start("UpdateFunction")) {
      for (String event : events) {
        assertThat(reply(lambda.api().invoke(golden(event).event())))
            .isEqualTo(golden(event).reply());
      }

      List<Map<String, Object>> log = log(lambda);
      assertThat(log)
          .extracting(line -> line.get("outcome"))
          .containsExactly("nochg", "good", "badauth", "checkip");
      assertThat(log)
          .extracting(line -> line.get("start"))
          .containsExactly("cold", "warm", "warm", "warm");
      keepsSecrets(lambda);
    }
  }

  @Test
  void unchangedTakesOneCallAndChangedFour() throws IOException {
    try (var lambda = new LambdaProcess(folder).start("UpdateFunction")) {
      lambda.api().invoke(golden("ddclient-3.10-unchanged").event());
      assertThat(awsCalls(lambda)).containsExactly("BatchGetItem");

      lambda.api().invoke(golden("ddclient-3.10-changed").event());
      assertThat(awsCalls(lambda).subList(1, 5)).isEqualTo(CHANGE);
    }
  }

  @Test
  void adminFunctionCarriesOutCommands() throws IOException {
    try (var lambda = new LambdaProcess(folder).start("AdminFunction")) {
      Map<String, Object> created =
          reply(
              lambda
                  .api()
                  .invoke(
                      "{\"command\":\"token.create\",\"name\":\"nas\",\"hosts\":[\"*.example.com\"]}"));
      Map<String, Object> refused = reply(lambda.api().invoke("{\"command\":\"host.show\"}"));

      assertThat(created).containsEntry("ok", true);
      assertThat(String.valueOf(created.get("secret"))).matches("[a-z2-7]{32}");
      assertThat(refused.get("error"))
          .isEqualTo(Map.of("field", "hostname", "message", "is missing"));
      assertThat(lambda.output())
          .noneMatch(line -> line.contains(String.valueOf(created.get("secret"))));
    }
  }

  @Test
  void isPrimedBeforeTheSnapshotAndWritesNothing() throws IOException {
    try (var lambda = new LambdaProcess(folder).underSnapStart().start("UpdateFunction")) {
      assertThat(reply(lambda.api().invoke(golden("ddclient-3.10-unchanged").event())))
          .isEqualTo(golden("ddclient-3.10-unchanged").reply());

      assertThat(lambda.journal().subList(0, 4))
          .containsExactly("BatchGetItem", "restore/next", "invocation/next", "BatchGetItem");
      assertThat(awsCalls(lambda)).containsOnly("BatchGetItem");
      keepsSecrets(lambda);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "UpdateFunction, DYN53_HOSTS_TABLE",
    "UpdateFunction, AWS_REGION",
    "AdminFunction, DYN53_ZONES"
  })
  void namesTheVariableThatIsMissing(String function, String variable) throws IOException {
    try (var lambda = new LambdaProcess(folder).without(variable).start(function)) {
      Answer answer = lambda.api().await();

      assertThat(answer.kind()).isEqualTo("init/error");
      assertThat(answer.body()).contains(variable + " is not set");
    }
  }

  private static GoldenEvent golden(String name) {
    return GoldenEvent.all().stream()
        .filter(event -> event.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> reply(Answer answer) throws IOException {
    assertThat(answer.kind()).as(answer.body()).isEqualTo("response");
    return JSON.std.mapFrom(answer.body());
  }

  private static List<String> awsCalls(LambdaProcess lambda) {
    return lambda.journal().stream().filter(call -> call.indexOf('/') < 0).toList();
  }

  /** Every line that is printed is one of the log. */
  private static List<Map<String, Object>> log(LambdaProcess lambda) throws IOException {
    List<String> lines = lambda.output();
    assertThat(lines).isNotEmpty().allMatch(line -> line.startsWith("{") && line.endsWith("}"));
    List<Map<String, Object>> log = new ArrayList<>();
    for (String line : lines) {
      log.add(JSON.std.mapFrom(line));
    }
    return log;
  }

  private static void keepsSecrets(LambdaProcess lambda) throws IOException {
    assertThat(lambda.output())
        .noneMatch(line -> line.contains("examplesecret") || line.contains("/nic/update"));
  }
}
