/**
 * Questions to name servers. Not dnsjava, which is 0.6 MB of the 1.5 MB the jar may have and loads
 * a class for each record type there is, for the five types that are asked for here.
 */
@NullMarked
package io.github.dyn53.cli.dns;

import org.jspecify.annotations.NullMarked;
