package io.github.dyn53.emulator.stream;

import io.github.dyn53.emulator.lambda.Invocation;
import java.util.function.Function;

/**
 * The function that a stream leads to.
 *
 * @param functionArn its name in what is told about failures
 * @param invoke takes an event, JSON, and waits for what comes of it; an interrupt ends it
 * @param onFailure where the records go that are given up
 */
public record StreamTarget(
    String functionArn, Function<byte[], Invocation> invoke, FailedBatches onFailure) {}
