package io.github.dyn53.functions;

import software.amazon.awssdk.http.ExecutableHttpRequest;
import software.amazon.awssdk.http.Header;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;

/**
 * Has the JDK buffer each request's small body. Told the length beforehand, it would stream the
 * body, could not send it again over a new connection, and therefore waits for a millisecond before
 * each POST to see whether the server has closed the old one.
 */
final class BufferedHttpClient implements SdkHttpClient {

  private final SdkHttpClient urlConnection;

  BufferedHttpClient(SdkHttpClient urlConnection) {
    this.urlConnection = urlConnection;
  }

  @Override
  public ExecutableHttpRequest prepareRequest(HttpExecuteRequest request) {
    HttpExecuteRequest.Builder buffered =
        HttpExecuteRequest.builder()
            .request(request.httpRequest().copy(r -> r.removeHeader(Header.CONTENT_LENGTH)));
    request.contentStreamProvider().ifPresent(buffered::contentStreamProvider);
    request.metricCollector().ifPresent(buffered::metricCollector);
    return urlConnection.prepareRequest(buffered.build());
  }

  @Override
  public String clientName() {
    return urlConnection.clientName();
  }

  @Override
  public void close() {
    urlConnection.close();
  }
}
