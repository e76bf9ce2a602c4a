/** The command {@code dyn53}: puts the parts together. */
@NullMarked
package io.github.dyn53.cli;

import org.jspecify.annotations.NullMarked;
