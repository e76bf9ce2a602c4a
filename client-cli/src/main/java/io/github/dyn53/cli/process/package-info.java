/** Other programs, run for what they print. */
@NullMarked
package io.github.dyn53.cli.process;

import org.jspecify.annotations.NullMarked;
