/** The reconnect storm in virtual time: the real core against models of DynamoDB and Route 53. */
@NullMarked
package io.github.dyn53.bench.storm;

import org.jspecify.annotations.NullMarked;
