/** The clients that people own, run against the emulator. */
@NullMarked
package io.github.dyn53.emulator.clients;

import org.jspecify.annotations.NullMarked;
