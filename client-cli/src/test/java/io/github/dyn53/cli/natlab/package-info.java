/** The companion in a home behind NAT, built of network namespaces. */
@NullMarked
package io.github.dyn53.cli.natlab;

import org.jspecify.annotations.NullMarked;
