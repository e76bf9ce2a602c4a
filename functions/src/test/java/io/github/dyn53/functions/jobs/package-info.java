/** The handlers of stream and schedule over ports in memory. */
@NullMarked
package io.github.dyn53.functions.jobs;

import org.jspecify.annotations.NullMarked;
