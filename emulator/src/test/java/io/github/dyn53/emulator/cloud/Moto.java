package io.github.dyn53.emulator.cloud;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;

/** The server of the project moto, and what its version 5 is known to get wrong. */
final class Moto {

  /** Each test with the reason why it is left out. */
  static final Map<String, String> WRONG =
      Map.of(
          "ZonesTest.appliesBatchWholeOrNotAtAll",
          "keeps the changes before the one that fails",
          "UpdatesTest.publishesLastOfManyRivalWishes",
          "a transaction that fails also rolls back what others wrote meanwhile",
          "HostsTest.letsOneOfManyWritersWin",
          "checks a condition and writes in two steps, between which another writer may come",
          "HostsTest.savesFiftyHostsWithTheirChanges",
          "takes longer for 100 items than the client waits");

  private Moto() {}

  /** Whether moto serves this endpoint. */
  static boolean serves(URI endpoint) throws InterruptedException {
    try (var client = HttpClient.newHttpClient()) {
      var request = HttpRequest.newBuilder(endpoint.resolve("/moto-api/data.json")).build();
      return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
    } catch (IOException e) {
      throw new UncheckedIOException("nobody answers at " + endpoint, e);
    }
  }
}
