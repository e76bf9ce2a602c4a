/** Certificates from a real authority to real clients, with the emulator between them. */
@NullMarked
package io.github.dyn53.emulator.acme;

import org.jspecify.annotations.NullMarked;
