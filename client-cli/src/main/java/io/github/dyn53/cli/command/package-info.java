/** The command line as a person meets it. */
@NullMarked
package io.github.dyn53.cli.command;

import org.jspecify.annotations.NullMarked;
