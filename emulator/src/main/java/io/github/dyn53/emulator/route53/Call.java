package io.github.dyn53.emulator.route53;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request whose action is known.
 *
 * @param pathParameters in the order of the path
 * @param query names in lower case, as the API has them
 */
record Call(Action action, List<String> pathParameters, Map<String, String> query, String body) {

  /**
   * The zone, change or other thing that the path names, without a prefix such as {@code
   * /hostedzone/}.
   */
  String id() {
    return pathParameters.getFirst();
  }

  /** Empty also where the parameter was sent without a value. */
  Optional<String> parameter(String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  String required(String name) {
    return parameter(name)
        .orElseThrow(() -> Refusal.invalidInput("Missing parameter '%s'".formatted(name)));
  }

  /** How many items to list: what was asked for, but not more than {@code most}. */
  int maxItems(int most) {
    return parameter("maxitems").map(text -> Math.min(most, positive(text))).orElse(most);
  }

  private static int positive(String text) {
    try {
      int number = Integer.parseInt(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Refused below like a number out of range.
    }
    throw Refusal.invalidInput("Value '%s' at 'maxItems' is not a positive number".formatted(text));
  }

  /** The id of the hosted zone that the call is about, if it names one. */
  Optional<String> zoneId() {
    return switch (action) {
      case CHANGE_RESOURCE_RECORD_SETS,
          DELETE_HOSTED_ZONE,
          GET_HOSTED_ZONE,
          GET_HOSTED_ZONE_LIMIT,
          LIST_RESOURCE_RECORD_SETS ->
          Optional.of(id());
      case TEST_DNS_ANSWER -> parameter("hostedzoneid");
      case CREATE_HOSTED_ZONE,
          GET_CHANGE,
          GET_HOSTED_ZONE_COUNT,
          LIST_HOSTED_ZONES,
          LIST_HOSTED_ZONES_BY_NAME ->
          Optional.empty();
    };
  }
}
