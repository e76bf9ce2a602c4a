package io.github.dyn53.emulator.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.HostedZoneAlreadyExistsException;
import software.amazon.awssdk.services.route53.model.HostedZoneLimitType;
import software.amazon.awssdk.services.route53.model.HostedZoneNotEmptyException;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.InvalidDomainNameException;
import software.amazon.awssdk.services.route53.model.InvalidInputException;
import software.amazon.awssdk.services.route53.model.NoSuchChangeException;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;
import software.amazon.awssdk.services.route53.model.PriorRequestNotCompleteException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.Route53Exception;

class Route53EndpointTest {
  private ServiceFixture service = ServiceFixture.usual();

  @AfterEach
  void close() {
    service.close();
  }

  private void serveWith(Route53Settings settings) {
    service.close();
    service = ServiceFixture.with(settings);
  }

  @Test
  void createsZoneAndTellsWhereItIs() {
    var created =
        service.client.createHostedZone(request ->
            request
                .name("Sub.Dyn.Test")
                .callerReference("r1")
                .hostedZoneConfig(config -> config.comment("mine")));

    assertThat(created.location()).endsWith("/2013-04-01/hostedzone/" + created.hostedZone().id());
    assertThat(created.hostedZone().id()).matches("Z[A-Z0-9]{20}");
    assertThat(created.hostedZone().name()).isEqualTo("sub.dyn.test.");
    assertThat(created.changeInfo().status()).isEqualTo(ChangeStatus.PENDING);
    assertThat(created.delegationSet().nameServers())
        .hasSize(4)
        .noneMatch(server -> server.endsWith("."));
    assertThat(
            service
                .client
                .getHostedZone(request -> request.id(created.hostedZone().id()))
                .hostedZone())
        .isEqualTo(created.hostedZone());
  }

  @Test
  void createsOneZonePerCallerReference() {
    service.client.createHostedZone(request -> request.name("a.test").callerReference("r1"));

    assertThatThrownBy(() ->
            service.client.createHostedZone(
                request -> request.name("b.test").callerReference("r1")))
        .isInstanceOf(HostedZoneAlreadyExistsException.class);
    assertThatThrownBy(() ->
            service.client.createHostedZone(
                request -> request.name("*.test").callerReference("r2")))
        .isInstanceOf(InvalidDomainNameException.class);
  }

  @Test
  void listsZonesPageByPage() {
    List.of("b.test", "a.test").forEach(service.zones::create);

    var firstPage = service.client.listHostedZones(request -> request.maxItems("2"));

    assertThat(firstPage.hostedZones())
        .extracting(HostedZone::name)
        .containsExactly("dyn.test.", "b.test.");
    assertThat(firstPage.isTruncated()).isTrue();
    assertThat(
            service.client.listHostedZonesPaginator(request -> request.maxItems("1")).hostedZones())
        .extracting(HostedZone::name)
        .containsExactly("dyn.test.", "b.test.", "a.test.");
    assertThat(service.client.getHostedZoneCount().hostedZoneCount()).isEqualTo(3);
  }

  @Test
  void listsZonesByNameFromAnyNameOn() {
    List.of("z.test", "a.dyn.test", "other.example", "dyn.test").forEach(service.zones::create);

    var listed =
        service.client.listHostedZonesByName(
            request -> request.dnsName("home.a.dyn.test").maxItems("1"));
    var fromStart = service.client.listHostedZonesByName();

    assertThat(listed.hostedZones()).extracting(HostedZone::name).containsExactly("z.test.");
    assertThat(listed.dnsName()).isEqualTo("home.a.dyn.test.");
    assertThat(fromStart.hostedZones())
        .extracting(HostedZone::name)
        .containsExactly("other.example.", "dyn.test.", "dyn.test.", "a.dyn.test.", "z.test.");
  }

  @Test
  void continuesListByNameAmongZonesOfSameName() {
    service.zones.create("dyn.test");

    var first = service.client.listHostedZonesByName(request -> request.maxItems("1"));
    var second =
        service.client.listHostedZonesByName(
            request -> request.dnsName(first.nextDNSName()).hostedZoneId(first.nextHostedZoneId()));

    assertThat(first.isTruncated()).isTrue();
    assertThat(second.hostedZones()).hasSize(1).doesNotContainAnyElementsOf(first.hostedZones());
  }

  @Test
  void deletesOnlyZoneWithoutRecords() {
    service.publish("home.dyn.test");
    var bare = service.zones.create("bare.test");

    service.client.deleteHostedZone(request -> request.id(bare.id()));

    assertThat(service.zones.find(bare.id())).isEmpty();
    assertThatThrownBy(
            () -> service.client.deleteHostedZone(request -> request.id(service.zone.id())))
        .isInstanceOf(HostedZoneNotEmptyException.class);
  }

  @Test
  void answersNamesInLowerCaseAndEscaped() {
    service.change(
        ServiceFixture.upsert("*.Home.DYN.test", "192.0.2.1"),
        ServiceFixture.upsert("a\\040b.dyn.test.", "192.0.2.1"));

    assertThat(service.names())
        .containsExactly(
            "dyn.test. NS", "dyn.test. SOA", "a\\040b.dyn.test. A", "\\052.home.dyn.test. A");
  }

  @Test
  void listsRecordSetsInPagesThatFitTogether() {
    var changes =
        IntStream.range(0, 450)
            .mapToObj(i -> ServiceFixture.upsert("h%03d.dyn.test".formatted(i), "192.0.2.1"))
            .toArray(Change[]::new);
    service.change(changes);

    var firstPage =
        service.client.listResourceRecordSets(request -> request.hostedZoneId(service.zone.id()));

    assertThat(firstPage.resourceRecordSets()).hasSize(300);
    assertThat(firstPage.maxItems()).isEqualTo("300");
    assertThat(firstPage.nextRecordName()).isEqualTo("h298.dyn.test.");
    assertThat(firstPage.nextRecordType()).isEqualTo(RRType.A);
    assertThat(service.names()).hasSize(452).doesNotHaveDuplicates();
  }

  @Test
  void startsListAtNameAndType() {
    service.publish("home.dyn.test");
    service.change(
        ServiceFixture.change(
            ChangeAction.CREATE,
            set ->
                set.name("home.dyn.test")
                    .type(RRType.TXT)
                    .ttl(0L)
                    .resourceRecords(ServiceFixture.records("\"a\""))));

    var listed =
        service.client.listResourceRecordSets(request ->
            request
                .hostedZoneId(service.zone.id())
                .startRecordName("HOME.dyn.test")
                .startRecordType(RRType.AAAA));

    assertThat(listed.resourceRecordSets()).hasSize(1);
    assertThat(listed.resourceRecordSets().getFirst().type()).isEqualTo(RRType.TXT);
    assertThatThrownBy(() ->
            service.client.listResourceRecordSets(
                request -> request.hostedZoneId(service.zone.id()).startRecordType(RRType.A)))
        .isInstanceOf(InvalidInputException.class);
  }

  @Test
  void changesAllOrNothing() {
    assertThatThrownBy(() ->
            service.change(
                ServiceFixture.upsert("home.dyn.test", "192.0.2.1"),
                ServiceFixture.upsert("home.evildyn.test", "192.0.2.1"),
                ServiceFixture.upsert("nas.dyn.test", "999.1.1.1")))
        .isInstanceOfSatisfying(
            InvalidChangeBatchException.class,
            refused -> {
              assertThat(refused.messages()).hasSize(2);
              assertThat(refused.getMessage())
                  .contains("evildyn.test. is not permitted", "999.1.1.1");
              assertThat(refused.requestId()).isNotBlank();
            });
    assertThat(service.names()).containsExactly("dyn.test. NS", "dyn.test. SOA");
  }

  @Test
  void writesInvalidChangeBatchAsTheApiReferenceShows() {
    serveWith(
        Route53Settings.standard()
            .withoutRequestRates()
            .withBatchErrors(BatchErrorForm.INVALID_CHANGE_BATCH));

    // The SDK does not recognise its own documentation's form: no code, and so no exception of its
    // own.
    assertThatThrownBy(() -> service.change(ServiceFixture.upsert("home.dyn.test", "x")))
        .isExactlyInstanceOf(Route53Exception.class)
        .isInstanceOfSatisfying(
            Route53Exception.class, refused -> assertThat(refused.statusCode()).isEqualTo(400));
  }

  @Test
  void followsChangeFromPendingToInSync() {
    var change = service.publish("home.dyn.test").changeInfo();
    assertThat(change.id()).matches("C[A-Z0-9]{20}");
    assertThat(change.comment()).isEqualTo("why");

    service.clock.advance(Duration.ofMillis(1_999));
    assertThat(service.client.getChange(request -> request.id(change.id())).changeInfo())
        .isEqualTo(change);

    service.clock.advance(Duration.ofMillis(1));
    assertThat(service.client.getChange(request -> request.id(change.id())).changeInfo().status())
        .isEqualTo(ChangeStatus.INSYNC);
    assertThatThrownBy(() -> service.client.getChange(request -> request.id("CUNKNOWN")))
        .isInstanceOf(NoSuchChangeException.class);
  }

  @Test
  void refusesChangeOfZoneThatIsBusy() {
    serveWith(Route53Settings.standard().withoutRequestRates().withBusyFor(Duration.ofSeconds(1)));
    service.publish("home.dyn.test");

    service.clock.advance(Duration.ofMillis(999));
    assertThatThrownBy(() -> service.publish("nas.dyn.test"))
        .isInstanceOf(PriorRequestNotCompleteException.class);

    service.clock.advance(Duration.ofMillis(1));
    service.publish("nas.dyn.test");
    assertThat(service.names()).contains("nas.dyn.test. A");
  }

  @Test
  void tellsLimitOfZoneAndHoldsIt() {
    serveWith(Route53Settings.standard().withoutRequestRates().withRecordSetsPerZone(3));
    service.publish("home.dyn.test");

    var limit =
        service.client.getHostedZoneLimit(request ->
            request.hostedZoneId(service.zone.id()).type(HostedZoneLimitType.MAX_RRSETS_BY_ZONE));

    assertThat(limit.limit().value()).isEqualTo(3);
    assertThat(limit.count()).isEqualTo(3);
    assertThatThrownBy(() -> service.publish("nas.dyn.test"))
        .isInstanceOf(InvalidChangeBatchException.class);
  }

  @Test
  void testsWhatNameServerWouldAnswer() {
    service.publish("*.dyn.test");

    var found =
        service.client.testDNSAnswer(request ->
            request.hostedZoneId(service.zone.id()).recordName("X.dyn.test").recordType(RRType.A));
    var none =
        service.client.testDNSAnswer(request ->
            request
                .hostedZoneId(service.zone.id())
                .recordName("x.dyn.test")
                .recordType(RRType.AAAA));

    assertThat(found.recordData()).containsExactly("192.0.2.1");
    assertThat(found.recordName()).isEqualTo("x.dyn.test.");
    assertThat(none.recordData()).isEmpty();
    assertThat(none.responseCode()).isEqualTo("NOERROR");
  }

  @Test
  void knowsNoOtherZone() {
    assertThatThrownBy(() -> service.client.getHostedZone(request -> request.id("Z0")))
        .isInstanceOf(NoSuchHostedZoneException.class)
        .hasMessageContaining("No hosted zone found with ID: Z0");
  }
}
