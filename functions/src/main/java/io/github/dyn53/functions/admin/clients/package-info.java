/** What the owner enters into each client: texts with places for the deployment's own values. */
@NullMarked
package io.github.dyn53.functions.admin.clients;

import org.jspecify.annotations.NullMarked;
