/** What is handed to people: the Debian package and the image in it. */
@NullMarked
package io.github.dyn53.cli.delivery;

import org.jspecify.annotations.NullMarked;
