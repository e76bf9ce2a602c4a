package io.github.dyn53.functions.dynamodb;

/**
 * The tables of one deployment.
 *
 * @param hosts partition key {@code name}
 * @param tokens partition key {@code hash}, time to live {@code expires}
 * @param changes partition key {@code name}, sort key {@code time}, time to live {@code expires}
 */
public record TableNames(String hosts, String tokens, String changes) {}
