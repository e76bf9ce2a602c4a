/** The certificate authority of one machine, and the HTTPS certificate that it signs. */
@NullMarked
package io.github.dyn53.emulator.tls;

import org.jspecify.annotations.NullMarked;
