package io.github.dyn53.functions.runtime;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * The built jar in a JVM of its own, run by Lambda's runtime client against a Runtime API and AWS
 * endpoints of the test.
 */
final class LambdaProcess implements AutoCloseable {

  private static final Path JAR = Path.of("target", "dyn53-functions.jar").toAbsolutePath();
  private static final String CLIENT = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";

  private final List<String> journal = new CopyOnWriteArrayList<>();
  private final Map<String, String> environment = new HashMap<>();
  private final List<String> options = new ArrayList<>();
  private final RuntimeApi api;
  private final AwsEndpoint aws;
  private final Path folder;
  private final Path output;
  private final List<Process> started = new ArrayList<>();

  /**
   * Prepares it.
   *
   * @param folder where the process runs; takes what it prints
   */
  LambdaProcess(Path folder) throws IOException {
    this.api = new RuntimeApi(journal::add);
    this.aws = new AwsEndpoint(journal::add);
    this.folder = folder;
    this.output = folder.resolve("output");
    environment.putAll(
        Map.of(
            "AWS_LAMBDA_RUNTIME_API", api.authority(),
            "AWS_LAMBDA_FUNCTION_NAME", "dyn53",
            "AWS_LAMBDA_FUNCTION_VERSION", "1",
            "AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512",
            "AWS_REGION", "eu-central-1",
            "AWS_ACCESS_KEY_ID", "EXAMPLE",
            "AWS_SECRET_ACCESS_KEY", "example",
            "AWS_ENDPOINT_URL_DYNAMODB", aws.url(),
            "AWS_ENDPOINT_URL_ROUTE_53", aws.url()));
    environment.putAll(
        Map.of(
            "DYN53_HOSTS_TABLE", "hosts",
            "DYN53_TOKENS_TABLE", "tokens",
            "DYN53_CHANGES_TABLE", "changes",
            "DYN53_ZONES", "Z1"));
  }

  LambdaProcess without(String variable) {
    environment.remove(variable);
    return this;
  }

  /** Lets the runtime client go through the life of a snapshot. */
  LambdaProcess underSnapStart() {
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    options.add("-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac");
    return this;
  }

  /** Starts a function by the name of its class. */
  LambdaProcess start(String function) throws IOException {
    String handler = "io.github.dyn53.functions." + function + "::handleRequest";
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1"));
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), CLIENT, handler));
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().put("_HANDLER", handler);
    started.add(builder.start());
    return this;
  }

  /** The jar, and of the test's class path no more than what Lambda itself brings. */
  private static String classPath() {
    String runtime =
        Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(entry -> Path.of(entry).getFileName().toString().startsWith("aws-lambda-java-"))
            .collect(Collectors.joining(File.pathSeparator));
    return JAR + File.pathSeparator + runtime;
  }

  RuntimeApi api() {
    return api;
  }

  /** What the process asked of the Runtime API and of AWS so far, in order. */
  List<String> journal() {
    return List.copyOf(journal);
  }

  /** The lines that the process printed so far. */
  List<String> output() throws IOException {
    return Files.readAllLines(output, UTF_8);
  }

  /** Stops the process this test started. */
  @Override
  public void close() throws IOException {
    try {
      for (Process process : started) {
        process.destroyForcibly();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
          throw new IOException("the process does not end");
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      api.close();
      aws.close();
    }
  }
}
