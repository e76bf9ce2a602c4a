/** A strict Route 53 on one machine: hosted zones, and the XML API that changes and lists them. */
@NullMarked
package io.github.dyn53.emulator.route53;

import org.jspecify.annotations.NullMarked;
