package io.github.dyn53.functions;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.Header;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.HttpExecuteResponse;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;

/**
 * The JDK's HTTP client as a function wants it that is often started and asks little.
 *
 * <p>It has the JDK buffer each request's small body. Told the length beforehand, it would stream
 * the body, could not send it again over a new connection, and therefore waits for a millisecond
 * before each POST to see whether the server has closed the old one.
 */
final class LeanHttpClient implements SdkHttpClient {

  private final SdkHttpClient urlConnection;
  private final OneKeyShare sockets;

  /**
   * A client.
   *
   * @param connect how long a connection may take
   * @param read how long a server may keep silent
   */
  static LeanHttpClient create(SSLSocketFactory tls, Duration connect, Duration read) {
    var sockets = new OneKeyShare(tls);
    SdkHttpClient urlConnection =
        UrlConnectionHttpClient.create(uri -> {
          HttpURLConnection connection = open(uri, sockets);
          connection.setConnectTimeout(Math.toIntExact(connect.toMillis()));
          connection.setReadTimeout(Math.toIntExact(read.toMillis()));
          return connection;
        });
    return new LeanHttpClient(urlConnection, sockets);
  }

  /**
   * A client over another.
   *
   * @param sockets where that one gets its TLS sockets
   */
  LeanHttpClient(SdkHttpClient urlConnection, OneKeyShare sockets) {
    this.urlConnection = urlConnection;
    this.sockets = sockets;
  }

  private static HttpURLConnection open(URI uri, OneKeyShare sockets) {
    try {
      var connection = (HttpURLConnection) uri.toURL().openConnection();
      if (connection instanceof HttpsURLConnection https) {
        https.setSSLSocketFactory(sockets);
      }
      return connection;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    HttpExecuteRequest.Builder buffered =
        HttpExecuteRequest.builder()
            .request(request.httpRequest().copy(r -> r.removeHeader(Header.CONTENT_LENGTH)));
    request.contentStreamProvider().ifPresent(buffered::contentStreamProvider);
    request.metricCollector().ifPresent(buffered::metricCollector);
    return new Attempt(urlConnection.prepareRequest(buffered.build()), sockets);
  }

  @Override
  public String clientName() {
    return urlConnection.clientName();
  }

  @Override
  public void close() {
    urlConnection.close();
  }

  /**
   * The SDK makes another attempt after a handshake that failed; that one shall offer more. Servers
   * word their refusal in several alerts.
   */
  private record Attempt(ExecutableHttpRequest request, OneKeyShare sockets)
      implements ExecutableHttpRequest {

    @Override
    public HttpExecuteResponse call() throws IOException {
      try {
        return request.call();
      } catch (SSLException e) {
        sockets.offerAllGroups();
        throw e;
      }
    }

    @Override
    public void abort() {
      request.abort();
    }
  }
}
