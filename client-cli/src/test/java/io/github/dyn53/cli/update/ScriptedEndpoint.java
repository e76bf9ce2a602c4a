package io.github.dyn53.cli.update;

import io.github.dyn53.cli.http.HttpClient;
import io.github.dyn53.cli.http.HttpReply;
import io.github.dyn53.cli.http.HttpRequest;
import io.github.dyn53.cli.http.UnreachableException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** An endpoint in memory: answers as it was told last, and remembers what it was asked. */
public final class ScriptedEndpoint implements HttpClient {

  private final List<HttpRequest> requests = new ArrayList<>();
  private final List<String> silent = new ArrayList<>();
  private HttpReply reply = new HttpReply(200, Map.of(), "good");

  /** Answers like this from now on; a single line goes for all hosts. */
  public void answer(int status, String body) {
    reply = new HttpReply(status, Map.of(), body);
  }

  /** Answers with a header from now on. */
  public void answer(int status, String body, String header, String value) {
    reply = new HttpReply(status, Map.of(header, value), body);
  }

  /** Does not answer at all at this host name. */
  public void silence(String host) {
    silent.add(host);
  }

  /** Answers again everywhere. */
  public void speak() {
    silent.clear();
  }

  @Override
  public HttpReply exchange(HttpRequest request) {
    requests.add(request);
    if (silent.contains(request.url().getHost())) {
      throw new UnreachableException(
          UnreachableException.Reason.CONNECT, request.url().getHost() + " does not answer");
    }
    return reply;
  }

  /** What it was asked. */
  public List<HttpRequest> requests() {
    return requests;
  }

  /** The queries, in the order they came. */
  public List<String> queries() {
    return requests.stream().map(request -> String.valueOf(request.url().getQuery())).toList();
  }
}
