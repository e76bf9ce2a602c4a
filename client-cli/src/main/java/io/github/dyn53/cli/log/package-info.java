/** The companion's voice. */
@NullMarked
package io.github.dyn53.cli.log;

import org.jspecify.annotations.NullMarked;
