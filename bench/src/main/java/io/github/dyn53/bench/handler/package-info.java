/** Measures the handler inside one JVM, without a network. */
@NullMarked
package io.github.dyn53.bench.handler;

import org.jspecify.annotations.NullMarked;
