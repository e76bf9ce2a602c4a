/** The owner's commands as JSON. */
@NullMarked
package io.github.dyn53.functions.admin;

import org.jspecify.annotations.NullMarked;
