package io.github.dyn53.emulator.route53;

import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** A served zone {@code dyn.test} and an SDK client that does not retry. */
final class ServiceFixture implements AutoCloseable {
  final HandMovedClock clock = new HandMovedClock();
  final HostedZones zones = TestZones.empty();
  final HostedZone zone = zones.create("dyn.test");
  final Route53Client client;
  private final Route53Endpoint endpoint;

  ServiceFixture(Route53Settings settings, Faults faults) {
    this.endpoint = Route53Endpoint.start(0, new Route53Service(zones, settings, faults, clock));
    this.client =
        Route53Client.builder()
            .endpointOverride(endpoint.uri())
            .region(Region.US_EAST_1)
            .credentialsProvider(
                StaticCredentialsProvider.create(AwsBasicCredentials.create("x", "y")))
            .httpClient(UrlConnectionHttpClient.create())
            .overrideConfiguration(
                override -> override.retryStrategy(AwsRetryStrategy.doNotRetry()))
            .build();
  }

  static ServiceFixture usual() {
    return new ServiceFixture(Route53Settings.standard().withoutRequestRates(), Faults.none());
  }

  static ServiceFixture with(Route53Settings settings) {
    return new ServiceFixture(settings, Faults.none());
  }

  static ServiceFixture with(Faults faults) {
    return new ServiceFixture(Route53Settings.standard().withoutRequestRates(), faults);
  }

  URI uri() {
    return endpoint.uri();
  }

  ChangeResourceRecordSetsResponse change(Change... changes) {
    return client.changeResourceRecordSets(request ->
        request
            .hostedZoneId(zone.id())
            .changeBatch(batch -> batch.comment("why").changes(changes)));
  }

  ChangeResourceRecordSetsResponse publish(String name) {
    return change(upsert(name, "192.0.2.1"));
  }

  static Change upsert(String name, String... values) {
    return change(
        ChangeAction.UPSERT,
        set -> set.name(name).type(RRType.A).ttl(60L).resourceRecords(records(values)));
  }

  static Change change(ChangeAction action, Consumer<ResourceRecordSet.Builder> recordSet) {
    return Change.builder().action(action).resourceRecordSet(recordSet).build();
  }

  static List<ResourceRecord> records(String... values) {
    return Arrays.stream(values)
        .map(value -> ResourceRecord.builder().value(value).build())
        .toList();
  }

  List<String> names() {
    return client
        .listResourceRecordSetsPaginator(request -> request.hostedZoneId(zone.id()))
        .resourceRecordSets()
        .stream()
        .map(set -> set.name() + " " + set.typeAsString())
        .toList();
  }

  @Override
  public void close() {
    client.close();
    endpoint.close();
  }
}
