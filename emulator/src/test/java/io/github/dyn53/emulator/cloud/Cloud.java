package io.github.dyn53.emulator.cloud;

import io.github.dyn53.FreshNames;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.emulator.dynamodb.Tables;
import io.github.dyn53.functions.dynamodb.TableNames;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.route53.Route53Client;

/** An AWS side: empty tables and an empty hosted zone. */
record Cloud(
    DynamoDbClient dynamoDb,
    Route53Client route53,
    TableNames tables,
    ZoneId zone,
    DnsName zoneName) {

  /** Makes tables and a zone that nobody else uses. */
  static Cloud create(DynamoDbClient dynamoDb, Route53Client route53) {
    String label = FreshNames.label();
    var tables = new TableNames(label + "-Hosts", label + "-Tokens", label + "-Changes");
    Tables.createMissing(dynamoDb, tables);
    var zoneName = new DnsName(label + ".test");
    String path =
        route53
            .createHostedZone(zone -> zone.name(zoneName.value()).callerReference(label))
            .hostedZone()
            .id();
    var zone = new ZoneId(path.replaceFirst("^/hostedzone/", ""));
    return new Cloud(dynamoDb, route53, tables, zone, zoneName);
  }
}
