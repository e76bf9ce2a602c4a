/** A host's wanted and published state, its settings and its history. */
@NullMarked
package io.github.dyn53.host;

import org.jspecify.annotations.NullMarked;
