package io.github.dyn53.emulator;

import io.github.dyn53.emulator.faults.Callers;
import io.github.dyn53.emulator.lambda.LambdaFunction;
import io.github.dyn53.emulator.lambda.process.FunctionProcess;
import io.github.dyn53.emulator.lambda.process.ProcessSandbox;
import io.github.dyn53.emulator.lambda.process.RuntimeClient;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The functions in processes of their own, which reach all services over HTTP. */
final class ProcessFunctions extends LocalFunctions {

  /** Processes of each function: enough for functions to meet, few enough for a small machine. */
  private static final int LIMIT = 4;

  private final OpenParts parts = new OpenParts();
  private final RuntimeClient client;
  private final Callers callers;
  private final URI dynamoDb;
  private final URI route53;
  private final Consumer<String> log;

  /**
   * Starts no process yet.
   *
   * @param callers is told of each process for as long as it is there
   * @param log takes what the processes print, line by line
   * @throws IllegalArgumentException if this machine can't run Lambda's runtime client
   */
  ProcessFunctions(URI dynamoDb, URI route53, Callers callers, Consumer<String> log) {
    this.client = RuntimeClient.unpack();
    parts.add(client, client::close);
    this.callers = callers;
    this.dynamoDb = dynamoDb;
    this.route53 = route53;
    this.log = log;
  }

  @Override
  LambdaFunction wire(DeployedFunction function, Map<String, String> variables) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.put("AWS_ENDPOINT_URL_DYNAMODB", dynamoDb.toString());
    environment.put("AWS_ENDPOINT_URL_ROUTE_53", route53.toString());
    var process =
        new FunctionProcess(client, function.logicalId(), function.handler(), environment);
    var sandbox = new ProcessSandbox(process, LIMIT, callers, log);
    parts.add(sandbox, sandbox::close);
    return new LambdaFunction(function.logicalId(), sandbox, function.timeout());
  }

  @Override
  public void close() {
    parts.close();
  }
}
