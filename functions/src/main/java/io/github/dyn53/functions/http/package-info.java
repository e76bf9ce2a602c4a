/** API Gateway events on one side, the core's requests and replies on the other. */
@NullMarked
package io.github.dyn53.functions.http;

import org.jspecify.annotations.NullMarked;
