/** HTTP servers that only this machine can reach. */
@NullMarked
package io.github.dyn53.emulator.loopback;

import org.jspecify.annotations.NullMarked;
