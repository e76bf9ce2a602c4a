/** Names, addresses and record sets: the values that DNS itself speaks of. */
@NullMarked
package io.github.dyn53.dns;

import org.jspecify.annotations.NullMarked;
