package io.github.dyn53.emulator.stream;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;

/**
 * A record of a stream.
 *
 * @param sequenceNumber its place in its shard
 * @param written when the item changed, to the second
 * @param json what a function is given of it
 */
record StreamRecord(String sequenceNumber, Instant written, ObjectNode json) {}
