package io.github.dyn53.bench.companion;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/**
 * The least that a Java program does to ask the endpoint over TLS: what the JDK itself takes of the
 * companion's time. {@code bench/cli} compiles and starts it.
 */
public final class LeanClient {

  private LeanClient() {}

  /**
   * Prints what a URL answers.
   *
   * @throws IOException where it does not answer
   */
  public static void main(String[] url) throws IOException {
    var connection = (HttpURLConnection) URI.create(url[0]).toURL().openConnection();
    try (InputStream body = connection.getInputStream()) {
      System.out.println(new String(body.readAllBytes(), StandardCharsets.US_ASCII));
    }
  }
}
