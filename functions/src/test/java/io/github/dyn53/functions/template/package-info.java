/** Reads {@code template.yaml} back and holds it against the code it deploys. */
@NullMarked
package io.github.dyn53.functions.template;

import org.jspecify.annotations.NullMarked;
