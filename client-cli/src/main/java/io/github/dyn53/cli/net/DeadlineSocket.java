package io.github.dyn53.cli.net;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Proxy;
import java.net.Socket;

/**
 * A socket whose reads end at a deadline, however slowly bytes come: a time-out of the JDK's is of
 * one read. TLS on top of it inherits that, handshake included.
 */
public final class DeadlineSocket extends Socket {

  private Deadline deadline;

  /** Not connected yet; how long that may take is {@link #connect}'s to know. */
  public DeadlineSocket(Deadline deadline) {
    // Named, or the JDK looks for a SOCKS proxy.
    super(Proxy.NO_PROXY);
    this.deadline = deadline;
  }

  /** Starts the next exchange on the same connection. */
  public void until(Deadline next) {
    deadline = next;
  }

  private void armed() throws IOException {
    setSoTimeout(deadline.millisLeft());
  }

  @Override
  public InputStream getInputStream() throws IOException {
    return new FilterInputStream(super.getInputStream()) {
      @Override
      public int read() throws IOException {
        armed();
        return super.read();
      }

      @Override
      public int read(byte[] bytes, int offset, int length) throws IOException {
        armed();
        return super.read(bytes, offset, length);
      }
    };
  }
}
