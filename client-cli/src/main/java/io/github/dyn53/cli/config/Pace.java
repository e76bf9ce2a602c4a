package io.github.dyn53.cli.config;

import java.time.Duration;

/**
 * How often things are done where nothing gives a reason to.
 *
 * @param poll between two looks at the local sources
 * @param endpointPoll between two questions to the endpoint for the address
 * @param refresh between two updates of a host that did not change
 */
public record Pace(Duration poll, Duration endpointPoll, Duration refresh) {}
