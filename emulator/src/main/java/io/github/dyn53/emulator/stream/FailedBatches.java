package io.github.dyn53.emulator.stream;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/**
 * The on-failure destination: documents that point at the records which were given up, as Lambda
 * sends them to a queue. It holds the newest hundred; of each the log has a line. For use by
 * several threads.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/services-dynamodb-errors.html">Discarded
 *     batches</a>
 */
public final class FailedBatches {

  private static final System.Logger LOG = System.getLogger(FailedBatches.class.getName());
  private static final int MOST = 100;

  private final Deque<String> documents = new ArrayDeque<>();

  /** The documents, JSON, oldest first. */
  public synchronized List<String> documents() {
    return List.copyOf(documents);
  }

  synchronized void add(String document) {
    LOG.log(System.Logger.Level.WARNING, "gave up records of a stream: {0}", document);
    documents.add(document);
    if (documents.size() > MOST) {
      documents.remove();
    }
  }
}
