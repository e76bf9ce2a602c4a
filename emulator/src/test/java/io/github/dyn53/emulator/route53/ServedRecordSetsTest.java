package io.github.dyn53.emulator.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.Change;
import software.amazon.awssdk.services.route53.model.ChangeAction;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.HostedZoneLimitType;
import software.amazon.awssdk.services.route53.model.InvalidChangeBatchException;
import software.amazon.awssdk.services.route53.model.InvalidInputException;
import software.amazon.awssdk.services.route53.model.NoSuchChangeException;
import software.amazon.awssdk.services.route53.model.PriorRequestNotCompleteException;
import software.amazon.awssdk.services.route53.model.RRType;
import software.amazon.awssdk.services.route53.model.Route53Exception;

/** By the SDK, over HTTP. */
class ServedRecordSetsTest {
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
}
