/** What the person who runs the companion has asked for: file, environment and flags. */
@NullMarked
package io.github.dyn53.cli.config;

import org.jspecify.annotations.NullMarked;
