/** Hosted zones in Route 53. */
@NullMarked
package io.github.dyn53.functions.route53;

import org.jspecify.annotations.NullMarked;
