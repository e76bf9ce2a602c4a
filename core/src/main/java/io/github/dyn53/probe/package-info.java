/** Whether a caller's own port can be reached from outside. */
@NullMarked
package io.github.dyn53.probe;

import org.jspecify.annotations.NullMarked;
