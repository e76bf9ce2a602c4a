package io.github.dyn53.emulator.route53;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** The actions of the API that are served, each with its route and its own request rate. */
public enum Action {
  CHANGE_RESOURCE_RECORD_SETS("ChangeResourceRecordSets", "POST", "hostedzone/{}/rrset"),
  CREATE_HOSTED_ZONE("CreateHostedZone", "POST", "hostedzone"),
  DELETE_HOSTED_ZONE("DeleteHostedZone", "DELETE", "hostedzone/{}"),
  GET_CHANGE("GetChange", "GET", "change/{}"),
  GET_HOSTED_ZONE("GetHostedZone", "GET", "hostedzone/{}"),
  GET_HOSTED_ZONE_COUNT("GetHostedZoneCount", "GET", "hostedzonecount"),
  GET_HOSTED_ZONE_LIMIT("GetHostedZoneLimit", "GET", "hostedzonelimit/{}/{}"),
  LIST_HOSTED_ZONES("ListHostedZones", "GET", "hostedzone"),
  LIST_HOSTED_ZONES_BY_NAME("ListHostedZonesByName", "GET", "hostedzonesbyname"),
  LIST_RESOURCE_RECORD_SETS("ListResourceRecordSets", "GET", "hostedzone/{}/rrset"),
  TEST_DNS_ANSWER("TestDNSAnswer", "GET", "testdnsanswer");

  private static final String PARAMETER = "{}";

  private final String apiName;
  private final String method;
  private final String route;

  Action(String apiName, String method, String route) {
    this.apiName = apiName;
    this.method = method;
    this.route = route;
  }

  /** The name that the API reference gives the action: {@code ChangeResourceRecordSets}. */
  public String apiName() {
    return apiName;
  }

  /** The action's own bucket, beside that of the account. */
  Rate rate() {
    return switch (this) {
      case CREATE_HOSTED_ZONE -> new Rate(40, 2);
      case DELETE_HOSTED_ZONE -> new Rate(40, 5);
      default -> new Rate(50, 10);
    };
  }

  static Optional<Action> named(String apiName) {
    return Arrays.stream(values()).filter(action -> action.apiName.equals(apiName)).findFirst();
  }

  /** The action at this path, given without the API's version and without slashes. */
  static Optional<Action> at(String method, List<String> path) {
    return Arrays.stream(values())
        .filter(action -> action.method.equals(method) && action.matches(path))
        .findFirst();
  }

  private boolean matches(List<String> path) {
    var segments = segments();
    return path.size() == segments.size()
        && IntStream.range(0, path.size())
            .allMatch(
                i -> segments.get(i).equals(PARAMETER) || segments.get(i).equals(path.get(i)));
  }

  private List<String> segments() {
    return List.of(route.split("/", -1));
  }

  /** The parameters in a path that is this action's. */
  List<String> parametersOf(List<String> path) {
    var segments = segments();
    return IntStream.range(0, path.size())
        .filter(i -> segments.get(i).equals(PARAMETER))
        .mapToObj(path::get)
        .toList();
  }
}
