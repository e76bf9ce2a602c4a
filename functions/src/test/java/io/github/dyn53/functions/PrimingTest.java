package io.github.dyn53.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.fasterxml.jackson.jr.ob.JSON;
import io.github.dyn53.functions.dynamodb.TableNames;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.crac.Core;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.regions.Region;

class PrimingTest {

  private static final FunctionConfig CONFIG =
      new FunctionConfig(
          new TableNames("hosts", "tokens", "changes"),
          List.of(),
          Optional.empty(),
          Optional.empty());

  private final StubAws real =
      new StubAws()
          .answer(200, "{\"Responses\":{\"hosts\":[],\"tokens\":[]},\"UnprocessedKeys\":{}}");

  @Test
  void rehearsesEveryWayThroughTheHandler() {
    List<String> replies = priming(line -> {}).rehearse();

    assertThat(replies)
        .extracting(PrimingTest::statusAndBody)
        .containsExactly(
            "200 nochg 192.0.2.1\n",
            "200 good 192.0.2.2,2001:db8::2\n",
            "200 notfqdn\n",
            "401 badauth\n",
            "200 192.0.2.1");
  }

  @Test
  void rehearsesWithoutTheRealServices() {
    assertThat(priming(line -> {}).rehearse()).isNotEmpty();

    assertThat(real.requests()).isEmpty();
  }

  @Test
  void asksTheRealTableForATokenNobodyHoldsAndWritesNothing() throws Exception {
    priming(line -> {}).beforeCheckpoint(Core.getGlobalContext());

    assertThat(real.requests())
        .extracting(StubAws.Request::operation)
        .containsExactly("BatchGetItem");
    assertThat(real.requests().getFirst().body())
        .contains("\"ConsistentRead\":true")
        .doesNotContain(PrimingEvents.SECRET.hash().value());
  }

  @Test
  void survivesAServiceThatCannotBeReached() {
    var unreachable = new StubAws().fail(new IOException("connection refused"));

    assertThatCode(() -> priming(unreachable, line -> {}).beforeCheckpoint(Core.getGlobalContext()))
        .doesNotThrowAnyException();
    assertThat(unreachable.requests()).isNotEmpty();
  }

  @Test
  void survivesAFunctionThatThrows() {
    var thrown = new AtomicInteger();
    Priming priming =
        priming(line -> {
          thrown.incrementAndGet();
          throw new IllegalStateException("told to fail");
        });

    assertThatCode(() -> priming.beforeCheckpoint(Core.getGlobalContext()))
        .doesNotThrowAnyException();
    assertThat(thrown).hasValue(1);
  }

  private Priming priming(Consumer<String> log) {
    return priming(real, log);
  }

  private static Priming priming(StubAws http, Consumer<String> log) {
    var clients = AwsClients.over(http, Region.EU_CENTRAL_1);
    return Priming.register(
        CONFIG,
        new UpdateFunction(
            CONFIG, clients.dynamoDb(), clients.route53(), InstantSource.system(), log));
  }

  private static String statusAndBody(String reply) {
    try {
      Map<String, Object> fields = JSON.std.mapFrom(reply);
      return fields.get("statusCode") + " " + fields.get("body");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
