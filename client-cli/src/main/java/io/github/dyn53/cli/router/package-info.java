/** What the router says of its outer side: NAT-PMP, PCP and UPnP IGD. */
@NullMarked
package io.github.dyn53.cli.router;

import org.jspecify.annotations.NullMarked;
