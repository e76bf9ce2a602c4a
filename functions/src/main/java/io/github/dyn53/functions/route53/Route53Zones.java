package io.github.dyn53.functions.route53;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordKey;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.ZonePage;
import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.Zones;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import software.amazon.awssdk.awscore.AwsRequestOverrideConfiguration;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.ListResourceRecordSetsResponse;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.ResourceRecord;
import software.amazon.awssdk.services.route53.model.ResourceRecordSet;

/** Hosted zones in Route 53. */
public final class Route53Zones implements Zones {

  private final Supplier<Route53Client> route53;
  private final BiConsumer<ZoneId, String> onTaken;

  public Route53Zones(Route53Client route53) {
    this(() -> route53, (zone, change) -> {});
  }

  /**
   * The same with a client that need not be there yet.
   *
   * @param onTaken is told the id of each change that a zone has taken
   */
  Route53Zones(Supplier<Route53Client> route53, BiConsumer<ZoneId, String> onTaken) {
    this.route53 = route53;
    this.onTaken = onTaken;
  }

  @Override
  public void change(ZoneId zone, List<RecordChange> changes, Duration timeLimit) {
    List<Change> batch = changes.stream().map(Route53Zones::change).toList();
    try {
      ChangeResourceRecordSetsResponse taken =
          route53
              .get()
              .changeResourceRecordSets(request ->
                  request
                      .hostedZoneId(zone.value())
                      .changeBatch(changeBatch -> changeBatch.changes(batch))
                      .overrideConfiguration(within(timeLimit)));
      onTaken.accept(zone, taken.changeInfo().id());
    } catch (SdkException e) {
      throw Route53Failure.of(e, "could not confirm the change of hosted zone " + zone);
    }
  }

  @Override
  public Optional<RecordSet> find(ZoneId zone, RecordKey key, Duration timeLimit) {
    try {
      return route53
          .get()
          .listResourceRecordSets(request ->
              request
                  .hostedZoneId(zone.value())
                  .startRecordName(key.name().value())
                  .startRecordType(RRType.fromValue(key.type().name()))
                  .maxItems("1")
                  .overrideConfiguration(within(timeLimit)))
          .resourceRecordSets()
          .stream()
          .filter(recordSet -> isOf(key, recordSet))
          .findFirst()
          .map(recordSet -> simple(key, recordSet));
    } catch (SdkException e) {
      throw Route53Failure.of(e, "failed to read hosted zone " + zone);
    }
  }

  @Override
  public ZonePage list(ZoneId zone, Optional<ZonePage.Start> from, Duration timeLimit) {
    try {
      ListResourceRecordSetsResponse page =
          route53
              .get()
              .listResourceRecordSets(request -> {
                request.hostedZoneId(zone.value()).overrideConfiguration(within(timeLimit));
                from.ifPresent(
                    start -> request.startRecordName(start.name()).startRecordType(start.type()));
              });
      return new ZonePage(
          page.resourceRecordSets().stream()
              .filter(recordSet -> !isForeign(recordSet))
              .flatMap(recordSet -> key(recordSet).map(key -> simple(key, recordSet)).stream())
              .toList(),
          page.resourceRecordSets().stream()
              .filter(Route53Zones::isForeign)
              .flatMap(recordSet -> key(recordSet).stream())
              .collect(Collectors.toSet()),
          Optional.ofNullable(page.nextRecordName())
              .map(name -> new ZonePage.Start(name, page.nextRecordTypeAsString())));
    } catch (SdkException e) {
      throw Route53Failure.of(e, "failed to list hosted zone " + zone);
    }
  }

  /** The key of a record set of a type that dyn53 writes. */
  private static Optional<RecordKey> key(ResourceRecordSet recordSet) {
    return Arrays.stream(RecordType.values())
        .filter(type -> type.name().equals(recordSet.typeAsString()))
        .findFirst()
        .map(type -> new RecordKey(new DnsName(recordSet.name()), type));
  }

  private static AwsRequestOverrideConfiguration within(Duration timeLimit) {
    return AwsRequestOverrideConfiguration.builder().apiCallTimeout(timeLimit).build();
  }

  private static Change change(RecordChange change) {
    ChangeAction action =
        switch (change) {
          case RecordChange.Upsert upsert -> ChangeAction.UPSERT;
          case RecordChange.Delete delete -> ChangeAction.DELETE;
        };
    RecordSet recordSet = change.recordSet();
    List<ResourceRecord> records =
        recordSet.values().stream()
            .map(value -> ResourceRecord.builder().value(value).build())
            .toList();
    return Change.builder()
        .action(action)
        .resourceRecordSet(set ->
            set.name(recordSet.key().name().value())
                .type(RRType.fromValue(recordSet.key().type().name()))
                .ttl(recordSet.ttlSeconds())
                .resourceRecords(records))
        .build();
  }

  /** A listing starts at the name asked for, or at the next one where the zone has no such name. */
  private static boolean isOf(RecordKey key, ResourceRecordSet recordSet) {
    return new DnsName(recordSet.name()).equals(key.name())
        && recordSet.typeAsString().equals(key.type().name());
  }

  private static boolean isForeign(ResourceRecordSet recordSet) {
    return recordSet.aliasTarget() != null || recordSet.setIdentifier() != null;
  }

  private static RecordSet simple(RecordKey key, ResourceRecordSet recordSet) {
    if (isForeign(recordSet)) {
      throw ZoneRefusedException.foreign(key);
    }
    return new RecordSet(
        key,
        recordSet.ttl(),
        recordSet.resourceRecords().stream().map(ResourceRecord::value).toList());
  }
}
