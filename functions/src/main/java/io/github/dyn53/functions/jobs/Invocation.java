package io.github.dyn53.functions.jobs;

import java.time.Duration;

/**
 * One call of a function.
 *
 * @param requestId the id that Lambda gave it
 * @param timeLeft how long it may still run
 */
public record Invocation(String requestId, Duration timeLeft) {}
