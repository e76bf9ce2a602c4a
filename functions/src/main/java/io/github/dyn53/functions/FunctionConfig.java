package io.github.dyn53.functions;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.functions.dynamodb.TableNames;
import io.github.dyn53.publish.Pacer.Rate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a function is told by its environment.
 *
 * @param tables the tables of this deployment
 * @param zones the hosted zones that hosts may be in; only the admin function needs them
 * @param nameSuffix what every host must be below; absent means any name in a zone
 * @param endpoint the public URL, for the answers of the admin function
 * @param challengeWait how long a request for a certificate's challenge may wait until all name
 *     servers have it
 * @param pace how fast the functions publish that have time
 */
public record FunctionConfig(
    TableNames tables,
    List<ZoneId> zones,
    Optional<DnsName> nameSuffix,
    Optional<String> endpoint,
    Duration challengeWait,
    Pace pace) {

  private static final String HOSTS = "DYN53_HOSTS_TABLE";
  private static final String TOKENS = "DYN53_TOKENS_TABLE";
  private static final String CHANGES = "DYN53_CHANGES_TABLE";
  private static final String ZONES = "DYN53_ZONES";
  private static final String NAME_SUFFIX = "DYN53_NAME_SUFFIX";
  private static final String ENDPOINT = "DYN53_ENDPOINT";
  private static final String CHALLENGE_WAIT = "DYN53_CHALLENGE_WAIT";
  private static final String REQUEST_RATE = "DYN53_ROUTE53_REQUEST_RATE";
  private static final String REQUEST_BURST = "DYN53_ROUTE53_REQUEST_BURST";
  private static final String CHANGE_RATE = "DYN53_ROUTE53_CHANGE_RATE";
  private static final String CHANGE_BURST = "DYN53_ROUTE53_CHANGE_BURST";

  /** Without sign and exponent, so that nothing reads as infinite. */
  private static final Pattern POSITIVE = Pattern.compile("(?=.*[1-9])[0-9]{1,6}(\\.[0-9]{1,3})?");

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,2}");

  /** API Gateway waits for 30 seconds, and the update itself may take eight of them. */
  private static final Duration USUAL_WAIT = Duration.ofSeconds(20);

  /** The variables that {@link UpdateFunction} reads. */
  public static final Set<String> VARIABLES_UPDATE =
      Set.of(HOSTS, TOKENS, CHANGES, NAME_SUFFIX, CHALLENGE_WAIT);

  /** The variables that {@link AdminFunction} reads. */
  public static final Set<String> VARIABLES_ADMIN =
      Set.of(HOSTS, TOKENS, CHANGES, ZONES, NAME_SUFFIX, ENDPOINT);

  /** The variables that {@link PublishFunction} reads. */
  public static final Set<String> VARIABLES_PUBLISH =
      Set.of(HOSTS, TOKENS, CHANGES, REQUEST_RATE, REQUEST_BURST, CHANGE_RATE, CHANGE_BURST);

  /** The variables that {@link SweepFunction} reads. */
  public static final Set<String> VARIABLES_SWEEP = VARIABLES_PUBLISH;

  public FunctionConfig {
    zones = List.copyOf(zones);
  }

  /** The configuration with the usual pace. */
  public FunctionConfig(
      TableNames tables,
      List<ZoneId> zones,
      Optional<DnsName> nameSuffix,
      Optional<String> endpoint) {
    this(tables, zones, nameSuffix, endpoint, USUAL_WAIT, Pace.DEFAULT);
  }

  /**
   * Reads the configuration of the update function.
   *
   * @throws IllegalArgumentException that names the variable that is missing
   */
  public static FunctionConfig forUpdates(Map<String, String> environment) {
    return new FunctionConfig(
        tables(environment),
        List.of(),
        optional(environment, NAME_SUFFIX).map(DnsName::new),
        Optional.empty(),
        wait(environment),
        Pace.DEFAULT);
  }

  /**
   * Reads the configuration of the admin function.
   *
   * @throws IllegalArgumentException that names the variable that is missing or wrong
   */
  public static FunctionConfig forAdmin(Map<String, String> environment) {
    return new FunctionConfig(
        tables(environment),
        zones(required(environment, ZONES)),
        optional(environment, NAME_SUFFIX).map(DnsName::new),
        optional(environment, ENDPOINT));
  }

  /**
   * Reads the configuration of the publish function and of the sweep function.
   *
   * @throws IllegalArgumentException that names the variable that is missing or wrong
   */
  public static FunctionConfig forPublishing(Map<String, String> environment) {
    var pace =
        new Pace(
            rate(environment, REQUEST_RATE, REQUEST_BURST, Pace.DEFAULT.requests()),
            rate(environment, CHANGE_RATE, CHANGE_BURST, Pace.DEFAULT.changes()));
    return new FunctionConfig(
        tables(environment), List.of(), Optional.empty(), Optional.empty(), USUAL_WAIT, pace);
  }

  private static Duration wait(Map<String, String> environment) {
    Optional<String> text = optional(environment, CHALLENGE_WAIT).map(String::strip);
    if (text.isEmpty()) {
      return USUAL_WAIT;
    }
    boolean seconds = SECONDS.matcher(text.get()).matches();
    Duration wait = seconds ? Duration.ofSeconds(Integer.parseInt(text.get())) : Duration.ZERO;
    if (!seconds || wait.compareTo(USUAL_WAIT) > 0) {
      throw new IllegalArgumentException(
          "%s: not a number of seconds from 0 to 20: \"%s\"".formatted(CHALLENGE_WAIT, text.get()));
    }
    return wait;
  }

  private static Rate rate(
      Map<String, String> environment, String perSecond, String burst, Rate usual) {
    return new Rate(
        positive(environment, perSecond, usual.perSecond()),
        positive(environment, burst, usual.burst()));
  }

  private static double positive(Map<String, String> environment, String name, double usual) {
    Optional<String> text = optional(environment, name).map(String::strip);
    if (text.isEmpty()) {
      return usual;
    }
    if (!POSITIVE.matcher(text.get()).matches()) {
      throw new IllegalArgumentException(
          "%s: not a positive number: \"%s\"".formatted(name, text.get()));
    }
    return Double.parseDouble(text.get());
  }

  private static TableNames tables(Map<String, String> environment) {
    return new TableNames(
        required(environment, HOSTS),
        required(environment, TOKENS),
        required(environment, CHANGES));
  }

  private static List<ZoneId> zones(String ids) {
    try {
      return Stream.of(ids.split(",")).map(String::strip).map(ZoneId::new).toList();
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(ZONES + ": " + e.getMessage(), e);
    }
  }

  private static String required(Map<String, String> environment, String name) {
    return optional(environment, name)
        .orElseThrow(() -> new IllegalArgumentException(name + " is not set"));
  }

  private static Optional<String> optional(Map<String, String> environment, String name) {
    return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
  }
}
