package io.github.dyn53.emulator.lambda.process;

import java.time.Duration;

/**
 * What a process is told about an invocation.
 *
 * @param requestId what identifies the invocation
 * @param functionArn the name it was invoked by
 * @param timeout how long it may take, from the moment the process takes it
 * @param payload the event itself, JSON
 */
public record RuntimeEvent(
    String requestId, String functionArn, Duration timeout, String payload) {}
