package io.github.dyn53.cli.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The other side of {@link ExchangeProcess}: makes one exchange, and is done. */
public final class ExchangeHelper {

  /**
   * What a process ends with that was told nothing it understands, so that it asked nobody: the
   * code of a wrong command line, which is what the command is to a version without it.
   */
  static final int NOT_UNDERSTOOD = 2;

  private ExchangeHelper() {}

  /**
   * Reads a request, exchanges, and writes what came of it.
   *
   * @throws IOException where what it reads is no request of this version's, or nobody takes the
   *     answer
   */
  public static void help(InputStream in, OutputStream out) throws IOException {
    ExchangeForm.Asked asked = ExchangeForm.asked(in);
    out.write(answer(asked));
    out.flush();
  }

  private static byte[] answer(ExchangeForm.Asked asked) {
    try (var client = new SocketHttpClient(asked.trust())) {
      return ExchangeForm.of(client.exchange(asked.request()));
    } catch (UnreachableException e) {
      return ExchangeForm.of(e);
    }
  }
}
