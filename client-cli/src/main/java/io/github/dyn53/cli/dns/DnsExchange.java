package io.github.dyn53.cli.dns;

import java.net.InetSocketAddress;

/** Port: puts a question to a name server. */
public interface DnsExchange {

  /**
   * Asks; takes two seconds at most and never throws for what it meets.
   *
   * @param recursive whether the server is to ask others (a resolver) or to say what it knows (a
   *     zone's own)
   */
  DnsLookup ask(InetSocketAddress server, Question question, boolean recursive);
}
