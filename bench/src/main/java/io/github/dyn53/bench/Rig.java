package io.github.dyn53.bench;

import java.io.File;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * What every measurement needs.
 *
 * @param aws what the handlers take for AWS
 * @param contestants who is measured
 * @param log takes what the handlers write
 */
record Rig(StubAws aws, Contestants contestants, File log) {

  /** Starts a handler as Lambda does without SnapStart. */
  FunctionProcess start(Contestant contestant) throws IOException {
    Map<String, String> environment = environment();
    environment.put("AWS_ACCESS_KEY_ID", "ASIABENCH");
    environment.put("AWS_SECRET_ACCESS_KEY", "bench");
    environment.put("AWS_SESSION_TOKEN", "bench");
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "on-demand");
    return FunctionProcess.start(contestant, environment, log, () -> {});
  }

  /** Starts a handler that is primed and then loses what a restored snapshot has lost. */
  FunctionProcess startRestored(Contestant contestant) throws IOException {
    Map<String, String> environment = environment();
    environment.put("AWS_CONTAINER_CREDENTIALS_FULL_URI", "/credentials");
    environment.put("AWS_CONTAINER_AUTHORIZATION_TOKEN", "bench");
    environment.put("AWS_LAMBDA_INITIALIZATION_TYPE", "snap-start");
    return FunctionProcess.start(contestant, environment, log, aws::forgetConnections);
  }

  private Map<String, String> environment() {
    Map<String, String> environment = new HashMap<>(aws.environment());
    environment.put("AWS_CA_BUNDLE", contestants.trust().python().toString());
    environment.put("AWS_REGION", "eu-central-1");
    environment.put("AWS_DEFAULT_REGION", "eu-central-1");
    environment.put("AWS_LAMBDA_FUNCTION_NAME", "bench");
    environment.put("AWS_LAMBDA_FUNCTION_VERSION", "1");
    environment.put("AWS_LAMBDA_FUNCTION_MEMORY_SIZE", "512");
    environment.put("AWS_LAMBDA_LOG_GROUP_NAME", "/aws/lambda/bench");
    environment.put("AWS_LAMBDA_LOG_STREAM_NAME", "bench");
    environment.put("LAMBDA_TASK_ROOT", contestants.home().toString());
    environment.put("_HANDLER", "io.github.dyn53.functions.UpdateFunction::handleRequest");
    environment.put("DYN53_HOSTS_TABLE", "Hosts");
    environment.put("DYN53_TOKENS_TABLE", "Tokens");
    environment.put("DYN53_CHANGES_TABLE", "Changes");
    return environment;
  }
}
