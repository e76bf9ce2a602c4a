package io.github.dyn53.emulator.cloud;

import io.github.dyn53.FreshNames;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.emulator.dynamodb.Tables;
import io.github.dyn53.functions.dynamodb.TableNames;
import java.util.List;
import java.util.stream.Stream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.route53.Route53Client;

/**
 * An AWS side: empty tables and empty hosted zones.
 *
 * @param zones at least one
 */
record Cloud(DynamoDbClient dynamoDb, Route53Client route53, TableNames tables, List<Zone> zones) {

  /** A hosted zone. */
  record Zone(ZoneId id, DnsName name) {}

  /** Makes tables and a zone that nobody else uses. */
  static Cloud create(DynamoDbClient dynamoDb, Route53Client route53) {
    return create(dynamoDb, route53, 1);
  }

  /** The same with several zones. */
  static Cloud create(DynamoDbClient dynamoDb, Route53Client route53, int zones) {
    String label = FreshNames.label();
    var tables = new TableNames(label + "-Hosts", label + "-Tokens", label + "-Changes");
    Tables.createMissing(dynamoDb, tables);
    return new Cloud(
        dynamoDb,
        route53,
        tables,
        Stream.generate(() -> createZone(route53)).limit(zones).toList());
  }

  private static Zone createZone(Route53Client route53) {
    String label = FreshNames.label();
    var name = new DnsName(label + ".test");
    String path =
        route53
            .createHostedZone(zone -> zone.name(name.value()).callerReference(label))
            .hostedZone()
            .id();
    return new Zone(new ZoneId(path.replaceFirst("^/hostedzone/", "")), name);
  }

  /** The same over another Route 53. */
  Cloud over(Route53Client other) {
    return new Cloud(dynamoDb, other, tables, zones);
  }

  /** The id of the first zone. */
  ZoneId zone() {
    return zones.getFirst().id();
  }

  /** The name of the first zone. */
  DnsName zoneName() {
    return zones.getFirst().name();
  }
}
