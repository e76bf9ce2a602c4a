package io.github.dyn53.functions;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Opens TLS with a single key share, X25519, until a server refuses it. Left alone, the JDK also
 * makes a share on P-256, which takes some 50 ms of a process's first handshake and which no server
 * that knows X25519 looks at (RFC 8446 section 4.2.8).
 */
final class OneKeyShare extends SSLSocketFactory {

  private static final String[] X25519 = {"x25519"};

  private final SSLSocketFactory sockets;
  private volatile boolean refused;

  OneKeyShare(SSLSocketFactory sockets) {
    this.sockets = sockets;
  }

  /** Has all later connections offer every group that the JDK does. */
  void offerAllGroups() {
    refused = true;
  }

  private Socket limited(Socket socket) {
    if (!refused && socket instanceof SSLSocket tls) {
      SSLParameters parameters = tls.getSSLParameters();
      parameters.setNamedGroups(X25519);
      tls.setSSLParameters(parameters);
    }
    return socket;
  }

  @Override
  public Socket createSocket() throws IOException {
    return limited(sockets.createSocket());
  }

  @Override
  public Socket createSocket(Socket socket, String host, int port, boolean autoClose)
      throws IOException {
    return limited(sockets.createSocket(socket, host, port, autoClose));
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return limited(sockets.createSocket(host, port));
  }

  @Override
  public Socket createSocket(InetAddress address, int port) throws IOException {
    return limited(sockets.createSocket(address, port));
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return limited(sockets.createSocket(host, port, local, localPort));
  }

  @Override
  public Socket createSocket(InetAddress address, int port, InetAddress local, int localPort)
      throws IOException {
    return limited(sockets.createSocket(address, port, local, localPort));
  }

  @Override
  public String[] getDefaultCipherSuites() {
    return sockets.getDefaultCipherSuites();
  }

  @Override
  public String[] getSupportedCipherSuites() {
    return sockets.getSupportedCipherSuites();
  }
}
