package io.github.dyn53.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A server's certificate of the kind that AWS's endpoints have, and what clients must trust: RSA
 * keys of 2048 bits from a root over an intermediate authority. Checking an elliptic signature
 * takes Java's interpreter tens of milliseconds that no handshake with AWS costs.
 *
 * @param store the server's key with its certificates
 * @param caFile the root's certificate, in PEM form
 * @see <a href="https://www.amazontrust.com/repository/">The authorities of AWS's endpoints</a>
 */
record Certificates(Path store, Path caFile) {

  private static final String PASSWORD = "bench-only";
  private static final String AUTHORITY = "BasicConstraints:critical=ca:true";

  /** Makes them in {@code folder}, anew each time. */
  static Certificates in(Path folder) throws IOException {
    Path store = folder.resolve("server.p12");
    Path caFile = folder.resolve("ca.pem");
    Files.deleteIfExists(store);
    var keytool = new Keytool(store);
    keytool.run("-genkeypair", "-alias", "root", "-dname", "CN=bench root", "-ext", AUTHORITY);
    keytool.generate("issuer", "root", AUTHORITY);
    keytool.generate("server", "issuer", "SubjectAlternativeName=ip:127.0.0.1");
    keytool.run("-exportcert", "-rfc", "-alias", "root", "-file", caFile.toString());
    for (String authority : List.of("root", "issuer")) {
      // A server that holds several keys might show the wrong one.
      keytool.run("-delete", "-alias", authority);
    }
    return new Certificates(store, caFile);
  }

  /** What an HTTPS server needs; it knows no session of an earlier one. */
  SSLContext open() {
    char[] password = PASSWORD.toCharArray();
    try {
      var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      keys.init(KeyStore.getInstance(store.toFile(), password), password);
      var context = SSLContext.getInstance("TLS");
      context.init(keys.getKeyManagers(), null, null);
      return context;
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalStateException("could not read " + store, e);
    }
  }

  /** The JDK's own tool, which makes keys and signs in one step. */
  private record Keytool(Path store) {

    void generate(String alias, String signer, String extension) throws IOException {
      run(
          "-genkeypair",
          "-alias",
          alias,
          "-dname",
          "CN=bench " + alias,
          "-signer",
          signer,
          "-ext",
          extension);
    }

    void run(String... arguments) throws IOException {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
      command.addAll(List.of(arguments));
      command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
      if (arguments[0].equals("-genkeypair")) {
        command.addAll(List.of("-keyalg", "RSA", "-keysize", "2048", "-validity", "30"));
      }
      Command.output(command.toArray(String[]::new));
    }
  }
}
