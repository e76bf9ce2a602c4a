/** The reconnect storm through the real functions, the emulator and DynamoDB Local. */
@NullMarked
package io.github.dyn53.bench.live;

import org.jspecify.annotations.NullMarked;
