/**
 * What invokes functions without being asked, as AWS does: an event source mapping over the stream
 * of a table, and a schedule.
 */
@NullMarked
package io.github.dyn53.emulator.stream;

import org.jspecify.annotations.NullMarked;
