package io.github.dyn53.emulator.http;

import io.github.dyn53.emulator.lambda.LambdaFunction;
import io.github.dyn53.emulator.loopback.LoopbackServer;
import java.net.InetAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** The emulator's HTTP and HTTPS ports: an HTTP API whose only route leads to one function. */
public final class FrontDoor implements AutoCloseable {

  /** How long an HTTP API waits for an integration. */
  private static final Duration INTEGRATION_TIMEOUT = Duration.ofSeconds(30);

  /** API Gateway's quota for the request line and all headers, in bytes. */
  private static final int HEAD_LIMIT = 10_240;

  private final LoopbackServer http;
  private final LoopbackServer https;

  private FrontDoor(LoopbackServer http, LoopbackServer https) {
    this.http = http;
    this.https = https;
  }

  /**
   * Where to listen; port 0 takes any free one.
   *
   * @param others addresses beside the loopback ones
   */
  public record Ports(int http, int https, List<InetAddress> others) {

    /** Copies the list of addresses. */
    public Ports {
      others = List.copyOf(others);
    }

    /** On the loopback addresses alone. */
    public Ports(int http, int https) {
      this(http, https, List.of());
    }
  }

  /**
   * Opens both ports.
   *
   * @throws IllegalArgumentException if the function may take longer than API Gateway would wait
   */
  public static FrontDoor open(
      Ports ports, SSLContext tls, LambdaFunction function, InstantSource clock) {
    if (function.timeout().compareTo(INTEGRATION_TIMEOUT) > 0) {
      throw new IllegalArgumentException(
          "API Gateway waits %s, the function may take %s"
              .formatted(INTEGRATION_TIMEOUT, function.timeout()));
    }
    var random = new SecureRandom();
    LoopbackServer http =
        LoopbackServer.start(
            ports.http(), ports.others(), settings(), new GatewayHandler(function, clock, random));
    try {
      return new FrontDoor(
          http,
          LoopbackServer.startTls(
              ports.https(),
              ports.others(),
              settings(),
              keys(tls),
              new GatewayHandler(function, clock, random)));
    } catch (RuntimeException e) {
      http.close();
      throw e;
    }
  }

  /** The port that speaks HTTP. */
  public int httpPort() {
    return http.port();
  }

  /** The port that speaks HTTPS. */
  public int httpsPort() {
    return https.port();
  }

  @Override
  public void close() {
    http.close();
    https.close();
  }

  private static HttpConfiguration settings() {
    var settings = new HttpConfiguration();
    settings.setSendServerVersion(false);
    settings.setRequestHeaderSize(HEAD_LIMIT);
    // Routers send doubled slashes and unescaped characters, and API Gateway hands them on.
    settings.setUriCompliance(UriCompliance.UNSAFE);
    return settings;
  }

  private static SslContextFactory.Server keys(SSLContext tls) {
    var keys = new SslContextFactory.Server();
    keys.setSslContext(tls);
    return keys;
  }
}
