/** Staying: looks again when something changed, and otherwise seldom. */
@NullMarked
package io.github.dyn53.cli.watch;

import org.jspecify.annotations.NullMarked;
