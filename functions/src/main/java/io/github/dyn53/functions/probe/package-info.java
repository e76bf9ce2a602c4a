/** Probing ports by sockets. */
@NullMarked
package io.github.dyn53.functions.probe;

import org.jspecify.annotations.NullMarked;
