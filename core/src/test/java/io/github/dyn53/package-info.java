/** What the tests of several packages share, and the tests that are about all of them. */
@NullMarked
package io.github.dyn53;

import org.jspecify.annotations.NullMarked;
