/** Who may update what: secrets, tokens and the grants they carry. */
@NullMarked
package io.github.dyn53.access;

import org.jspecify.annotations.NullMarked;
