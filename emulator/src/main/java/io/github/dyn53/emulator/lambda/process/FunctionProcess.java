package io.github.dyn53.emulator.lambda.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a function is started in a JVM of its own: with the class path of this process, and with an
 * environment that holds nothing of this process's own.
 *
 * @param client what runs in the JVM and calls the function
 * @param name the function
 * @param handler its class, which is a {@code RequestStreamHandler}
 * @param variables what the function is told, on top of what Lambda tells every function
 */
public record FunctionProcess(
    RuntimeClient client, String name, String handler, Map<String, String> variables) {

  private static final List<String> OPTIONS =
      List.of(
          "--enable-native-access=ALL-UNNAMED",
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xshare:auto",
          "-Xmx256m");
  private static final String MEMORY = "1024";
  private static final String REGION = "us-east-1";

  /** Copies the variables. */
  public FunctionProcess {
    variables = Map.copyOf(variables);
  }

  /**
   * Starts it, as a client of the Runtime API at {@code api}; what it prints is in its standard
   * output.
   *
   * @param accessKeyId what it signs its calls with
   */
  Process start(String api, String accessKeyId) throws IOException {
    var builder = new ProcessBuilder(command()).redirectErrorStream(true);
    builder.environment().clear();
    builder.environment().putAll(environment(api));
    builder.environment().put("AWS_ACCESS_KEY_ID", accessKeyId);
    return builder.start();
  }

  /** Every user of the machine can read it: secrets are for the environment. */
  private List<String> command() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(OPTIONS);
    command.addAll(client.arguments(handler + "::handleRequest"));
    return command;
  }

  private Map<String, String> environment(String api) {
    Map<String, String> environment = new HashMap<>(variables);
    environment.putAll(
        Map.of(
            "AWS_LAMBDA_RUNTIME_API",
            api,
            "AWS_LAMBDA_FUNCTION_NAME",
            name,
            "AWS_LAMBDA_FUNCTION_VERSION",
            "$LATEST",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE",
            MEMORY,
            "AWS_LAMBDA_INITIALIZATION_TYPE",
            "on-demand",
            "AWS_LAMBDA_LOG_GROUP_NAME",
            "/aws/lambda/" + name,
            "AWS_LAMBDA_LOG_STREAM_NAME",
            "emulator"));
    environment.putAll(
        Map.of(
            "AWS_REGION",
            REGION,
            "AWS_DEFAULT_REGION",
            REGION,
            "AWS_SECRET_ACCESS_KEY",
            "local",
            "AWS_SESSION_TOKEN",
            "local",
            "LAMBDA_TASK_ROOT",
            new File("").getAbsolutePath(),
            "TZ",
            ":UTC",
            "LANG",
            "en_US.UTF-8",
            "_HANDLER",
            handler + "::handleRequest",
            // Not in the command line: there it would hide the rest.
            "CLASSPATH",
            System.getProperty("java.class.path")));
    return environment;
  }
}
