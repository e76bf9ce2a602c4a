package io.github.dyn53.emulator.route53;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.route53.model.ChangeStatus;
import software.amazon.awssdk.services.route53.model.HostedZone;
import software.amazon.awssdk.services.route53.model.HostedZoneAlreadyExistsException;
import software.amazon.awssdk.services.route53.model.HostedZoneNotEmptyException;
import software.amazon.awssdk.services.route53.model.InvalidDomainNameException;
import software.amazon.awssdk.services.route53.model.NoSuchHostedZoneException;

/** By the SDK, over HTTP. */
class ServedZonesTest {
  private final ServiceFixture service = ServiceFixture.usual();

  @AfterEach
  void close() {
    service.close();
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
  void knowsNoOtherZone() {
    assertThatThrownBy(() -> service.client.getHostedZone(request -> request.id("Z0")))
        .isInstanceOf(NoSuchHostedZoneException.class)
        .hasMessageContaining("No hosted zone found with ID: Z0");
  }
}
