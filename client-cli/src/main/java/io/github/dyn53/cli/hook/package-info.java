/** Programs and web addresses that are told of changes and of trouble. */
@NullMarked
package io.github.dyn53.cli.hook;

import org.jspecify.annotations.NullMarked;
