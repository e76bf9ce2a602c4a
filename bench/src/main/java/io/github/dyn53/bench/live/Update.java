package io.github.dyn53.bench.live;

/**
 * What one client asks for.
 *
 * @param hostname the host
 * @param address its new address
 */
record Update(String hostname, String address) {}
