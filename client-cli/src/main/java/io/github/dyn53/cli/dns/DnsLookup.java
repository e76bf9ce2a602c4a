package io.github.dyn53.cli.dns;

/** What became of a question. */
public sealed interface DnsLookup {

  /** The server replied, perhaps only to say that it can't. */
  record Answered(DnsReply reply) implements DnsLookup {}

  /** No reply that makes sense came in time. */
  record Unanswered(String reason) implements DnsLookup {}
}
