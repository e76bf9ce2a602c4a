package io.github.dyn53.emulator.faults;

import java.io.EOFException;
import java.io.IOException;
import java.net.StandardSocketOptions;
import java.nio.channels.SocketChannel;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Callback;

/** Ends of a connection over which no answer has gone. */
public final class CutConnection {

  private CutConnection() {}

  /** Closes it; the client sees the end of the stream where it waits for an answer. */
  public static void close(Request request, Callback callback) {
    endPoint(request).close();
    callback.failed(new EOFException("closed on purpose"));
  }

  /** Resets it, as a broken network or a crashed server would. */
  public static void reset(Request request, Callback callback) {
    if (endPoint(request).getTransport() instanceof SocketChannel channel) {
      try {
        channel.setOption(StandardSocketOptions.SO_LINGER, 0);
      } catch (IOException e) {
        // The client was quicker; its connection is gone as it should be.
      }
    }
    close(request, callback);
  }

  private static EndPoint endPoint(Request request) {
    return request.getConnectionMetaData().getConnection().getEndPoint();
  }
}
