/** The first configuration: asked from a person, given by flags, or taken over from ddclient. */
@NullMarked
package io.github.dyn53.cli.setup;

import org.jspecify.annotations.NullMarked;
