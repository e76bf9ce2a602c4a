package io.github.dyn53.bench;

/**
 * Something that was measured.
 *
 * @param what what it is, with its unit
 * @param who whose it is
 * @param value how much
 */
record Figure(String what, String who, double value) {}
