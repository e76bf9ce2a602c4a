package io.github.dyn53.cli.http;

/** Port: sends one request and reads its reply. */
public interface HttpClient {

  /**
   * Exchanges. Follows no redirect: a credential goes to the server it was meant for.
   *
   * @throws UnreachableException where no whole reply came back, for whatever reason
   */
  HttpReply exchange(HttpRequest request);
}
