/** What runs in Lambda: the entry points, and the only readers of the environment. */
@NullMarked
package io.github.dyn53.functions;

import org.jspecify.annotations.NullMarked;
