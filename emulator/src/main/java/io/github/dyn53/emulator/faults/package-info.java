/** Faults that a script lets happen to the calls of an emulated service. */
@NullMarked
package io.github.dyn53.emulator.faults;

import org.jspecify.annotations.NullMarked;
