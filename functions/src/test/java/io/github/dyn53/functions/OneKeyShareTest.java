package io.github.dyn53.functions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.SdkHttpFullRequest;
import software.amazon.awssdk.http.SdkHttpMethod;

class OneKeyShareTest {

  private static final char[] PASSWORD = "only-here".toCharArray();

  @TempDir private Path folder;

  private SSLContext tls;

  @BeforeEach
  void makeCertificate() throws Exception {
    Path store = folder.resolve("server.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keyalg",
                "EC",
                "-dname",
                "CN=loopback",
                "-ext",
                "SubjectAlternativeName=ip:127.0.0.1",
                "-keystore",
                store.toString(),
                "-storepass",
                new String(PASSWORD))
            .inheritIO()
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance(store.toFile(), PASSWORD);
    var own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, PASSWORD);
    var trusted = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    var anchors = KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("loopback", keys.getCertificate(keys.aliases().nextElement()));
    trusted.init(anchors);
    tls = SSLContext.getInstance("TLS");
    tls.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
  }

  @Test
  void offersX25519AloneUntilItIsRefused() throws IOException {
    var sockets = new OneKeyShare(tls.getSocketFactory());

    assertThat(groups(sockets)).containsExactly("x25519");
    sockets.offerAllGroups();
    assertThat(groups(sockets)).contains("x25519", "secp256r1");
  }

  @Test
  void reachesAServerThatTakesX25519() throws IOException {
    HttpsServer server = serve("x25519");
    try (SdkHttpClient client = client()) {
      assertThat(get(client, server)).isEqualTo(204);
    } finally {
      server.stop(0);
    }
  }

  @Test
  void reachesAServerThatDoesNotAtTheSecondAttempt() throws IOException {
    HttpsServer server = serve("secp256r1");
    try (SdkHttpClient client = client()) {
      assertThatExceptionOfType(SSLException.class).isThrownBy(() -> get(client, server));
      assertThat(get(client, server)).isEqualTo(204);
    } finally {
      server.stop(0);
    }
  }

  private static String[] groups(OneKeyShare sockets) throws IOException {
    try (var socket = (SSLSocket) sockets.createSocket()) {
      return socket.getSSLParameters().getNamedGroups();
    }
  }

  private SdkHttpClient client() {
    return LeanHttpClient.create(
        tls.getSocketFactory(), Duration.ofSeconds(1), Duration.ofSeconds(5));
  }

  private static int get(SdkHttpClient client, HttpsServer server) throws IOException {
    URI uri = URI.create("https://127.0.0.1:" + server.getAddress().getPort() + "/");
    var request = SdkHttpFullRequest.builder().method(SdkHttpMethod.GET).uri(uri).build();
    return client
        .prepareRequest(HttpExecuteRequest.builder().request(request).build())
        .call()
        .httpResponse()
        .statusCode();
  }

  private HttpsServer serve(String group) throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpsServer server = HttpsServer.create(loopback, 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters taken = getSSLContext().getDefaultSSLParameters();
            taken.setNamedGroups(new String[] {group});
            parameters.setSSLParameters(taken);
          }
        });
    server.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(204, -1);
          exchange.close();
        });
    server.start();
    return server;
  }
}
