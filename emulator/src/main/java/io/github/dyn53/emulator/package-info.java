/** The real functions on one machine: the command line, what it assembles and what it prints. */
@NullMarked
package io.github.dyn53.emulator;

import org.jspecify.annotations.NullMarked;
