/** What the companion must remember from one run to the next. */
@NullMarked
package io.github.dyn53.cli.state;

import org.jspecify.annotations.NullMarked;
