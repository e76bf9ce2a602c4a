import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Answers checkip and one update over TLS, on loopback. */
final class TrainingEndpoint implements AutoCloseable {

  private static final String ADDRESS = "11.22.33.44";
  private static final String PASSWORD = "training";

  private final HttpsServer server;
  private final Path caFile;
  private final AtomicInteger updates;

  private TrainingEndpoint(HttpsServer server, Path caFile, AtomicInteger updates) {
    this.server = server;
    this.caFile = caFile;
    this.updates = updates;
  }

  static TrainingEndpoint start(Path work) throws IOException, InterruptedException {
    Path store = work.resolve("server.p12");
    Path caFile = work.resolve("ca.pem");
    keytool(store, "-genkeypair", "-alias", "ca", "-keyalg", "RSA", "-dname", "CN=Training CA", "-ext", "bc:c");
    // As at AWS: RSA, signed by an authority.
    keytool(store, "-genkeypair", "-alias", "server", "-keyalg", "RSA", "-dname", "CN=localhost", "-signer", "ca", "-ext",
        "san=dns:localhost,ip:127.0.0.1");
    keytool(store, "-exportcert", "-rfc", "-alias", "ca", "-file", caFile.toString());
    var updates = new AtomicInteger();
    HttpsServer server = HttpsServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context(store)));
    server.createContext("/checkip", exchange -> answer(exchange, ADDRESS));
    server.createContext(
        "/nic/update",
        exchange -> {
          updates.incrementAndGet();
          answer(exchange, "good " + ADDRESS + "\n");
        });
    server.start();
    return new TrainingEndpoint(server, caFile, updates);
  }

  String url() {
    return "https://localhost:" + server.getAddress().getPort();
  }

  Path caFile() {
    return caFile;
  }

  /** The authority that signed the server's certificate. */
  X509Certificate certificate() throws IOException {
    try (InputStream in = Files.newInputStream(caFile)) {
      return (X509Certificate) CertificateFactory.getInstance("X.509").generateCertificate(in);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  int updates() {
    return updates.get();
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private static void answer(HttpExchange exchange, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.US_ASCII);
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static void keytool(Path store, String... arguments) throws IOException, InterruptedException {
    var command = new java.util.ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin/keytool").toString()));
    command.addAll(List.of(arguments));
    // By the same algorithm as AWS's authorities, whose classes are to be in the archive.
    if (command.contains("-genkeypair")) {
      command.addAll(List.of("-sigalg", "SHA256withRSA"));
    }
    command.addAll(List.of("-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    if (process.waitFor() != 0) {
      throw new IllegalStateException("keytool failed: " + command);
    }
  }

  private static SSLContext context(Path store) throws IOException {
    try (var in = Files.newInputStream(store)) {
      var keys = KeyStore.getInstance("PKCS12");
      keys.load(in, PASSWORD.toCharArray());
      // Only the server's own: the manager would also offer the authority's.
      keys.deleteEntry("ca");
      var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      managers.init(keys, PASSWORD.toCharArray());
      var context = SSLContext.getInstance("TLS");
      context.init(managers.getKeyManagers(), null, null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
