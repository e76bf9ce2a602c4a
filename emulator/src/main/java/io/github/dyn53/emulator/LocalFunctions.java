package io.github.dyn53.emulator;

import io.github.dyn53.emulator.dynamodb.Tables;
import io.github.dyn53.emulator.lambda.LambdaFunction;
import java.util.HashMap;
import java.util.Map;

/** The functions that Lambda would run, wired to the services of this machine. */
abstract sealed class LocalFunctions implements AutoCloseable
    permits InProcessFunctions, ProcessFunctions {

  /** Names for what the environment of a function holds. */
  static final String ZONES = "DYN53_ZONES";

  static final String ENDPOINT = "DYN53_ENDPOINT";

  /**
   * Makes a function ready to be invoked. The update function prints one line of JSON for each
   * request.
   *
   * @param settings its variables, but for the names of the tables, which all of them get
   */
  final LambdaFunction open(DeployedFunction function, Map<String, String> settings) {
    Map<String, String> variables = new HashMap<>(settings);
    variables.put("DYN53_HOSTS_TABLE", Tables.NAMES.hosts());
    variables.put("DYN53_TOKENS_TABLE", Tables.NAMES.tokens());
    variables.put("DYN53_CHANGES_TABLE", Tables.NAMES.changes());
    variables.keySet().retainAll(function.variables());
    return wire(function, variables);
  }

  /** Makes a function ready whose environment holds {@code variables}. */
  abstract LambdaFunction wire(DeployedFunction function, Map<String, String> variables);

  @Override
  public abstract void close();
}
