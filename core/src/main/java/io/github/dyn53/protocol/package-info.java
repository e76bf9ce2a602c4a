/** The front doors: text of a request in, an update out; an outcome in, the exact reply out. */
@NullMarked
package io.github.dyn53.protocol;

import org.jspecify.annotations.NullMarked;
