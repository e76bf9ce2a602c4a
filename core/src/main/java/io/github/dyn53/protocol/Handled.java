package io.github.dyn53.protocol;

/**
 * A reply and what the log and the metrics should know of it.
 *
 * @param reply what the client gets
 * @param summary what is worth knowing
 */
public record Handled(WebReply reply, Summary summary) {}
