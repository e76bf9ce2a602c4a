/** The golden events in {@code events/}, and the state that they run against. */
@NullMarked
package io.github.dyn53.functions.golden;

import org.jspecify.annotations.NullMarked;
