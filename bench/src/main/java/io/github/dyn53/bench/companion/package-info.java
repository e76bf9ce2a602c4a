/** What the companion is measured beside. */
@NullMarked
package io.github.dyn53.bench.companion;

import org.jspecify.annotations.NullMarked;
