/** Functions that die in mid-update, for real: {@code kill -9}. */
@NullMarked
package io.github.dyn53.emulator.crash;

import org.jspecify.annotations.NullMarked;
