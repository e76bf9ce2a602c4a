/** What the JDK's networking lacks: waits that end. */
@NullMarked
package io.github.dyn53.cli.net;

import org.jspecify.annotations.NullMarked;
