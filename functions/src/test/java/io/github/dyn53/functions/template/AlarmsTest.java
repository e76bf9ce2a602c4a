package io.github.dyn53.functions.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlarmsTest {

  private static final Template TEMPLATE =
      Template.ofRepository().with(Map.of("HostedZoneIds", "Z1"));

  /** Metric, dimensions, statistic, number of 5-minute periods, operator and threshold. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          UpdateErrorAlarm     | AWS/Lambda Errors FunctionName=UpdateFunction Sum 1 >= 1
          PublishErrorAlarm    | AWS/Lambda Errors FunctionName=PublishFunction Sum 1 >= 1
          SweepErrorAlarm      | AWS/Lambda Errors FunctionName=SweepFunction Sum 1 >= 1
          IteratorAgeAlarm     | AWS/Lambda IteratorAge FunctionName=PublishFunction Maximum 1 > 300000
          FailureQueueAlarm    | AWS/SQS ApproximateNumberOfMessagesVisible QueueName=FailureQueue.QueueName Maximum 1 >= 1
          PendingAlarm         | dyn53 OldestPendingSeconds Function=sweep Maximum 1 > 300
          Route53ThrottleAlarm | dyn53 Route53Throttled  Sum 3 >= 1
          UpdateDurationAlarm  | AWS/Lambda Duration FunctionName=UpdateFunction p99 6 > 5000
          ApiErrorAlarm        | AWS/ApiGateway 5xx ApiId=Api Sum 1 >= 5
          """)
  void alarmWatches(String alarm, String watched) {
    assertThat(describe(TEMPLATE.properties(alarm))).isEqualTo(watched);
  }

  private static String describe(JsonNode alarm) {
    assertThat(alarm.path("Period").asInt()).isEqualTo(300);
    // Without traffic most metrics have no value, and that is as it should be.
    assertThat(alarm.path("TreatMissingData").asText()).isEqualTo("notBreaching");
    String dimensions =
        StreamSupport.stream(alarm.path("Dimensions").spliterator(), false)
            .map(dimension ->
                dimension.required("Name").asText() + "=" + dimension.required("Value").asText())
            .collect(Collectors.joining(","));
    boolean inclusive =
        alarm.path("ComparisonOperator").asText().equals("GreaterThanOrEqualToThreshold");
    return "%s %s %s %s %s %s %s"
        .formatted(
            alarm.path("Namespace").asText(),
            alarm.path("MetricName").asText(),
            dimensions,
            alarm.path("Statistic").asText() + alarm.path("ExtendedStatistic").asText(),
            alarm.path("EvaluationPeriods").asText(),
            inclusive ? ">=" : ">",
            alarm.path("Threshold").asText());
  }

  /** The functions count in lines of their own; see PublishHandlerTest and Route53FailureTest. */
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '\'',
      textBlock =
          """
          UpdateThrottledFilter, UpdateLog, '"Route 53 throttles this account"', 1
          PublishThrottledFilter, PublishLog, {$.Route53Throttles > 0}, $.Route53Throttles
          SweepThrottledFilter, SweepLog, {$.Route53Throttles > 0}, $.Route53Throttles
          """)
  void throttlesOfAllFunctionsAreCountedTogether(
      String filter, String log, String pattern, String value) {
    var properties = TEMPLATE.properties(filter);
    var metric = properties.at("/MetricTransformations/0");

    assertThat(TEMPLATE.resource(filter).path("Condition").asText()).isEqualTo("HasAlarmEmail");
    assertThat(properties.path("LogGroupName").asText()).isEqualTo(log);
    assertThat(properties.path("FilterPattern").asText()).isEqualTo(pattern);
    assertThat(metric.path("MetricNamespace").asText()).isEqualTo("dyn53");
    assertThat(metric.path("MetricName").asText()).isEqualTo("Route53Throttled");
    assertThat(metric.path("MetricValue").asText()).isEqualTo(value);
  }

  @Test
  void failuresAreKeptEncryptedForAsLongAsCanBe() {
    var queue = TEMPLATE.properties("FailureQueue");

    assertThat(queue.path("SqsManagedSseEnabled").asBoolean()).isTrue();
    assertThat(queue.path("MessageRetentionPeriod").asInt()).isEqualTo(14 * 24 * 60 * 60);
  }
}
