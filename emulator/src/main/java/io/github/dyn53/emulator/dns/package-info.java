/** An authoritative name server for the emulated hosted zones, over UDP and TCP. */
@NullMarked
package io.github.dyn53.emulator.dns;

import org.jspecify.annotations.NullMarked;
