package io.github.dyn53.emulator.route53;

import io.github.dyn53.emulator.faults.Fault;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The service behind its HTTP interface: takes a call, throttles it and performs its action. */
public final class Route53Service {
  private final HostedZones zones;
  private final Route53Settings settings;
  private final Faults faults;
  private final Throttles throttles;
  private final ChangeLog changes;
  private final ZoneActions zoneActions;
  private final ZoneLists zoneLists;
  private final RecordSetActions recordSetActions;

  /**
   * A service with full token buckets and no memory of changes.
   *
   * @param clock what buckets fill and changes come in sync by
   */
  public Route53Service(
      HostedZones zones, Route53Settings settings, Faults faults, InstantSource clock) {
    this.zones = zones;
    this.settings = settings;
    this.faults = faults;
    this.throttles = new Throttles(settings, clock);
    this.changes = new ChangeLog(settings, clock, zones.ids());
    this.zoneActions = new ZoneActions(zones, changes, settings);
    this.zoneLists = new ZoneLists(zones);
    this.recordSetActions = new RecordSetActions(zones, changes, throttles, settings);
  }

  /**
   * What is to go wrong with the call instead of, or beside, its being performed.
   *
   * @param authorization its header of that name
   */
  Optional<Fault<ErrorAnswer>> faultFor(Call call, String authorization) {
    return faults.next(call, call.zoneId().flatMap(zones::find), authorization);
  }

  /**
   * Performs the call.
   *
   * @throws Refusal if it is answered with an error; then nothing changed
   */
  Reply perform(Call call) {
    throttles.takeRequest(call.action());
    return switch (call.action()) {
      case CHANGE_RESOURCE_RECORD_SETS -> recordSetActions.change(call);
      case CREATE_HOSTED_ZONE -> zoneActions.create(call);
      case DELETE_HOSTED_ZONE -> zoneActions.delete(call);
      case GET_CHANGE -> change(call.id());
      case GET_HOSTED_ZONE -> zoneActions.get(call);
      case GET_HOSTED_ZONE_COUNT -> zoneActions.count();
      case GET_HOSTED_ZONE_LIMIT -> zoneActions.limit(call);
      case LIST_HOSTED_ZONES -> zoneLists.list(call);
      case LIST_HOSTED_ZONES_BY_NAME -> zoneLists.listByName(call);
      case LIST_RESOURCE_RECORD_SETS -> recordSetActions.list(call);
      case TEST_DNS_ANSWER -> recordSetActions.test(call);
    };
  }

  Refusal invalidChangeBatch(List<String> messages) {
    return Refusal.invalidChangeBatch(messages, settings.batchErrors());
  }

  private Reply change(String id) {
    var change =
        changes
            .find(id)
            .orElseThrow(() ->
                new Refusal(
                    404, "NoSuchChange", "A change with ID %s does not exist".formatted(id)));
    return Reply.ok(Xml.node("GetChangeResponse", change));
  }
}
