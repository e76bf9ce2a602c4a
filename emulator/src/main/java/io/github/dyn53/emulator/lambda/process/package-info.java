/**
 * Functions in processes of their own, as Lambda runs them: behind the real runtime client, one
 * event at a time, several processes to a function.
 */
@NullMarked
package io.github.dyn53.emulator.lambda.process;

import org.jspecify.annotations.NullMarked;
