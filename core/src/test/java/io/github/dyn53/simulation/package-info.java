/** Blocking code in virtual time: runs that come out the same for the same seed. */
@NullMarked
package io.github.dyn53.simulation;

import org.jspecify.annotations.NullMarked;
