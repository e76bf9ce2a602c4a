/** Measures the function as it is deployed, side by side with a lean Python handler. */
@NullMarked
package io.github.dyn53.bench;

import org.jspecify.annotations.NullMarked;
