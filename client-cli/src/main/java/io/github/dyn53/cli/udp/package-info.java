/** Questions and answers of one datagram each. */
@NullMarked
package io.github.dyn53.cli.udp;

import org.jspecify.annotations.NullMarked;
