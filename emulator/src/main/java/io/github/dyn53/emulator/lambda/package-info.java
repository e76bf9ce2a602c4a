/**
 * What Lambda is to a function: its invocation, its context, and the endpoint that invokes it by
 * name.
 */
@NullMarked
package io.github.dyn53.emulator.lambda;

import org.jspecify.annotations.NullMarked;
