package io.github.dyn53.cli.update;

import io.github.dyn53.cli.log.Log;
import java.time.InstantSource;
import java.util.random.RandomGenerator;

/** Time, chance, and who is told. */
public record Surroundings(
    InstantSource clock, RandomGenerator random, Log log, Listener listener) {}
