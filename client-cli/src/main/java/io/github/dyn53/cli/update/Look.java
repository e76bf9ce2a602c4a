package io.github.dyn53.cli.update;

import java.time.Instant;

/**
 * The circumstances of one look.
 *
 * @param forced a person wants a request whatever is known
 * @param networkChanged something was announced that may have brought the network back
 */
record Look(Instant now, boolean forced, boolean networkChanged) {}
