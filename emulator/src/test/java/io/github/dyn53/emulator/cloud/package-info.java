/**
 * The functions against whole AWS sides: embedded, LocalStack or any endpoint; and their faults.
 */
@NullMarked
package io.github.dyn53.emulator.cloud;

import org.jspecify.annotations.NullMarked;
