/** One update: decide what changes, write the wish, publish it, say what came of it. */
@NullMarked
package io.github.dyn53.update;

import org.jspecify.annotations.NullMarked;
