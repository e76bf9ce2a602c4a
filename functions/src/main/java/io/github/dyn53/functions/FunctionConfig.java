package io.github.dyn53.functions;

import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.functions.dynamodb.TableNames;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a function is told by its environment.
 *
 * @param tables the tables of this deployment
 * @param zones the hosted zones that hosts may be in; only the admin function needs them
 * @param nameSuffix what every host must be below; absent means any name in a zone
 * @param endpoint the public URL, for the answers of the admin function
 */
public record FunctionConfig(
    TableNames tables,
    List<ZoneId> zones,
    Optional<DnsName> nameSuffix,
    Optional<String> endpoint) {

  private static final String HOSTS = "DYN53_HOSTS_TABLE";
  private static final String TOKENS = "DYN53_TOKENS_TABLE";
  private static final String CHANGES = "DYN53_CHANGES_TABLE";
  private static final String ZONES = "DYN53_ZONES";
  private static final String NAME_SUFFIX = "DYN53_NAME_SUFFIX";
  private static final String ENDPOINT = "DYN53_ENDPOINT";

  /** The variables that {@link UpdateFunction} reads. */
  public static final Set<String> VARIABLES_UPDATE = Set.of(HOSTS, TOKENS, CHANGES);

  /** The variables that {@link AdminFunction} reads. */
  public static final Set<String> VARIABLES_ADMIN =
      Set.of(HOSTS, TOKENS, CHANGES, ZONES, NAME_SUFFIX, ENDPOINT);

  public FunctionConfig {
    zones = List.copyOf(zones);
  }

  /**
   * Reads the configuration of the update function.
   *
   * @throws IllegalArgumentException that names the variable that is missing
   */
  public static FunctionConfig forUpdates(Map<String, String> environment) {
    return new FunctionConfig(tables(environment), List.of(), Optional.empty(), Optional.empty());
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
