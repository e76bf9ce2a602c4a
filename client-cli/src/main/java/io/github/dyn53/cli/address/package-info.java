/** Where the address of this connection can be learnt from, and which of the answers counts. */
@NullMarked
package io.github.dyn53.cli.address;

import org.jspecify.annotations.NullMarked;
