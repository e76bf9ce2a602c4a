/** Ports in memory that can be told to fail: for tests, never for a deployment. */
@NullMarked
package io.github.dyn53.memory;

import org.jspecify.annotations.NullMarked;
