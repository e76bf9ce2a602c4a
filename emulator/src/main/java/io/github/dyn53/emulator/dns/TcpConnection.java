package io.github.dyn53.emulator.dns;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;

/**
 * Answers the queries of one connection in their order, each of them prefixed by its length (RFC
 * 1035 §4.2.2).
 */
final class TcpConnection implements Runnable {
  private static final System.Logger LOG = System.getLogger(TcpConnection.class.getName());
  private static final int LENGTH_FIELD = 2;

  private final Socket socket;
  private final Responder responder;
  private final Duration idle;

  /**
   * @param idle how long the client may keep silent
   */
  TcpConnection(Socket socket, Responder responder, Duration idle) {
    this.socket = socket;
    this.responder = responder;
    this.idle = idle;
  }

  @Override
  public void run() {
    try (socket) {
      socket.setSoTimeout(Math.toIntExact(idle.toMillis()));
      var in = new DataInputStream(socket.getInputStream());
      var out = new DataOutputStream(socket.getOutputStream());
      while (answerNext(in, out)) {
        out.flush();
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a connection over TCP ended", e);
    } catch (RuntimeException e) {
      // The outermost line: a defect ends this connection and is told.
      LOG.log(System.Logger.Level.ERROR, "failed to answer a query over TCP", e);
    }
  }

  private boolean answerNext(DataInputStream in, DataOutputStream out) throws IOException {
    var response = responder.overTcp(in.readNBytes(in.readUnsignedShort()));
    if (response.isEmpty()) {
      return false;
    }
    byte[] octets = response.get();
    var framed = new byte[LENGTH_FIELD + octets.length];
    framed[0] = (byte) (octets.length >> 8);
    framed[1] = (byte) octets.length;
    System.arraycopy(octets, 0, framed, LENGTH_FIELD, octets.length);
    // In one write: a client must not get the length in one segment and wait for the rest.
    out.write(framed);
    return true;
  }
}
