/** Brings what Route 53 holds to what is wanted. */
@NullMarked
package io.github.dyn53.publish;

import org.jspecify.annotations.NullMarked;
