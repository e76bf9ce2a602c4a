/** The built jar, driven by Lambda's own runtime client in a JVM of its own. */
@NullMarked
package io.github.dyn53.functions.runtime;

import org.jspecify.annotations.NullMarked;
