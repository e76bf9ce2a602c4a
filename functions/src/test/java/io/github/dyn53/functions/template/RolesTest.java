package io.github.dyn53.functions.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dyn53.functions.template.Permissions.Permission;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RolesTest {

  private static final Template TEMPLATE =
      Template.ofRepository()
          .with(Map.of("HostedZoneIds", "Z1,Z2", "NameSuffix", "dyn.example.com"));

  @Test
  void updateMayDoThisAndNothingElse() {
    assertThat(table(TEMPLATE, "UpdateRole"))
        .isEqualTo(
            """
            ChangesTable.Arn: dynamodb:PutItem
            HostsTable.Arn: dynamodb:BatchGetItem dynamodb:UpdateItem
            TokensTable.Arn: dynamodb:BatchGetItem
            UpdateLog.Arn: logs:CreateLogStream logs:PutLogEvents
            arn:aws:route53:::change/*: route53:GetChange
            arn:aws:route53:::hostedzone/Z1: route53:ChangeResourceRecordSets route53:ListResourceRecordSets
            arn:aws:route53:::hostedzone/Z2: route53:ChangeResourceRecordSets route53:ListResourceRecordSets
            """);
  }

  @Test
  void adminMayDoThisAndNothingElse() {
    assertThat(table(TEMPLATE, "AdminRole"))
        .isEqualTo(
            """
            AdminLog.Arn: logs:CreateLogStream logs:PutLogEvents
            ChangesTable.Arn: dynamodb:PutItem dynamodb:Query
            HostsTable.Arn: dynamodb:BatchGetItem dynamodb:DeleteItem dynamodb:Scan dynamodb:UpdateItem
            TokensTable.Arn: dynamodb:DeleteItem dynamodb:PutItem dynamodb:Scan
            arn:aws:route53:::hostedzone/Z1: route53:ChangeResourceRecordSets route53:GetHostedZone route53:ListResourceRecordSets
            arn:aws:route53:::hostedzone/Z2: route53:ChangeResourceRecordSets route53:GetHostedZone route53:ListResourceRecordSets
            """);
  }

  @Test
  void publishMayDoThisAndNothingElse() {
    assertThat(table(TEMPLATE, "PublishRole"))
        .isEqualTo(
            """
            ChangesTable.Arn: dynamodb:PutItem
            FailureQueue.Arn: sqs:SendMessage
            HostsTable.Arn: dynamodb:BatchGetItem dynamodb:GetItem dynamodb:UpdateItem
            HostsTable.StreamArn: dynamodb:DescribeStream dynamodb:GetRecords dynamodb:GetShardIterator dynamodb:ListStreams
            PublishLog.Arn: logs:CreateLogStream logs:PutLogEvents
            arn:aws:route53:::hostedzone/Z1: route53:ChangeResourceRecordSets route53:ListResourceRecordSets
            arn:aws:route53:::hostedzone/Z2: route53:ChangeResourceRecordSets route53:ListResourceRecordSets
            """);
  }

  @Test
  void sweepMayDoThisAndNothingElse() {
    assertThat(table(TEMPLATE, "SweepRole"))
        .isEqualTo(
            """
            ChangesTable.Arn: dynamodb:PutItem
            HostsTable.Arn: dynamodb:BatchGetItem dynamodb:GetItem dynamodb:Scan dynamodb:UpdateItem
            SweepLog.Arn: logs:CreateLogStream logs:PutLogEvents
            arn:aws:route53:::hostedzone/Z1: route53:ChangeResourceRecordSets route53:ListResourceRecordSets
            arn:aws:route53:::hostedzone/Z2: route53:ChangeResourceRecordSets route53:ListResourceRecordSets
            """);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UpdateRole", "AdminRole", "PublishRole", "SweepRole"})
  void onlyLambdaMayTakeRole(String role) throws Exception {
    assertThat(TEMPLATE.properties(role).required("AssumeRolePolicyDocument").required("Statement"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    [{"Effect": "Allow", "Principal": {"Service": "lambda.amazonaws.com"}, "Action": "sts:AssumeRole"}]
                    """));
  }

  @ParameterizedTest
  @ValueSource(strings = {"UpdateRole", "AdminRole", "PublishRole", "SweepRole"})
  void publishesOnlyAddressesAndTexts(String role) throws Exception {
    assertThat(changeCondition(TEMPLATE, role).required("ForAllValues:StringEquals"))
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {"route53:ChangeResourceRecordSetsRecordTypes": ["A", "AAAA", "TXT"],
                     "route53:ChangeResourceRecordSetsActions": ["UPSERT", "DELETE"]}
                    """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dyn.example.com           | true
          home.dyn.example.com      | true
          a.b.dyn.example.com       | true
          \\052.home.dyn.example.com | true
          \\052.dyn.example.com      | true
          evildyn.example.com       | false
          example.com               | false
          www.example.com           | false
          dyn.example.com.evil.test | false
          """)
  void publishesOnlyNamesAtOrBelowSuffix(String normalizedName, boolean allowed) {
    assertThat(admits(TEMPLATE, normalizedName)).isEqualTo(allowed);
  }

  @ParameterizedTest
  @ValueSource(strings = {"example.com", "home.example.com", "\\052.example.com"})
  void publishesEveryNameWithoutSuffix(String normalizedName) {
    assertThat(admits(Template.ofRepository().with(Map.of()), normalizedName)).isTrue();
  }

  @Test
  void singleZoneIsOneResource() {
    assertThat(
            Permissions.of(
                Template.ofRepository().with(Map.of("HostedZoneIds", "Z1")), "UpdateRole"))
        .extracting(Permission::resource)
        .filteredOn(resource -> resource.contains("hostedzone"))
        .containsOnly("arn:aws:route53:::hostedzone/Z1");
  }

  /** IAM's StringLike: a star is any characters, a dot among them. */
  private static boolean admits(Template template, String name) {
    JsonNode patterns =
        changeCondition(template, "UpdateRole")
            .required("ForAllValues:StringLike")
            .required("route53:ChangeResourceRecordSetsNormalizedRecordNames");
    return StreamSupport.stream(patterns.spliterator(), false)
        .map(pattern -> Pattern.quote(pattern.asText()).replace("*", "\\E.*\\Q"))
        .anyMatch(name::matches);
  }

  private static JsonNode changeCondition(Template template, String role) {
    var conditions =
        Permissions.of(template, role).stream()
            .filter(permission -> permission.action().equals("route53:ChangeResourceRecordSets"))
            .map(Permission::condition)
            .distinct()
            .toList();
    assertThat(conditions).hasSize(1);
    return conditions.getFirst();
  }

  private static String table(Template template, String role) {
    return Permissions.of(template, role).stream()
        .collect(
            Collectors.groupingBy(
                Permission::resource,
                TreeMap::new,
                Collectors.mapping(Permission::action, Collectors.toCollection(TreeSet::new))))
        .entrySet()
        .stream()
        .map(entry -> "%s: %s\n".formatted(entry.getKey(), String.join(" ", entry.getValue())))
        .collect(Collectors.joining());
  }
}
