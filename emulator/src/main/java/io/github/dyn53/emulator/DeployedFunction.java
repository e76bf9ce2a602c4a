package io.github.dyn53.emulator;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import io.github.dyn53.functions.AdminFunction;
import io.github.dyn53.functions.FunctionConfig;
import io.github.dyn53.functions.PublishFunction;
import io.github.dyn53.functions.SweepFunction;
import io.github.dyn53.functions.UpdateFunction;
import java.time.Duration;
import java.util.Set;

/** The functions that {@code template.yaml} deploys. */
enum DeployedFunction {
  UPDATE(UpdateFunction.class, FunctionConfig.VARIABLES_UPDATE, Duration.ofSeconds(29)),
  ADMIN(AdminFunction.class, FunctionConfig.VARIABLES_ADMIN, Duration.ofSeconds(30)),
  PUBLISH(PublishFunction.class, FunctionConfig.VARIABLES_PUBLISH, Duration.ofMinutes(1)),
  SWEEP(SweepFunction.class, FunctionConfig.VARIABLES_SWEEP, Duration.ofMinutes(5));

  private final Class<? extends RequestStreamHandler> handler;

  @SuppressWarnings("ImmutableEnumChecker") // it is: a copy
  private final Set<String> variables;

  private final Duration timeout;

  DeployedFunction(
      Class<? extends RequestStreamHandler> handler, Set<String> variables, Duration timeout) {
    this.handler = handler;
    this.variables = Set.copyOf(variables);
    this.timeout = timeout;
  }

  /** The logical id in the template, as {@code sam local} names functions too. */
  String logicalId() {
    return handler.getSimpleName();
  }

  /** The class that Lambda makes one of in each of its environments. */
  String handler() {
    return handler.getName();
  }

  /** What it may be told by its environment. */
  Set<String> variables() {
    return variables;
  }

  /** How long an invocation may take. */
  Duration timeout() {
    return timeout;
  }
}
