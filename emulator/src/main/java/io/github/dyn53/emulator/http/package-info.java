/**
 * API Gateway's HTTP API: a request becomes an event of payload format 2.0, the function's answer a
 * reply.
 */
@NullMarked
package io.github.dyn53.emulator.http;

import org.jspecify.annotations.NullMarked;
