/** HTTP/1.1 as the companion needs it: one request, one short reply, over the family it chooses. */
@NullMarked
package io.github.dyn53.cli.http;

import org.jspecify.annotations.NullMarked;
