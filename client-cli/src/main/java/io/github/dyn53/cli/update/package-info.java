/** When to ask the endpoint, with what, and what its answer means. */
@NullMarked
package io.github.dyn53.cli.update;

import org.jspecify.annotations.NullMarked;
