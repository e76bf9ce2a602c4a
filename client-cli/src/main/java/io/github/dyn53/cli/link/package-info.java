/** This machine's side of the network: its interfaces, its routes, and when they change. */
@NullMarked
package io.github.dyn53.cli.link;

import org.jspecify.annotations.NullMarked;
