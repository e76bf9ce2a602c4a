/** Lines of JSON for CloudWatch Logs, with metrics in them. */
@NullMarked
package io.github.dyn53.functions.log;

import org.jspecify.annotations.NullMarked;
