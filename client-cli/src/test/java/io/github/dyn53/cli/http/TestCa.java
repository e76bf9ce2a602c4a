package io.github.dyn53.cli.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A server certificate that vouches for itself, made by the JDK's keytool. */
final class TestCa {

  private static final String PASSWORD = "changeit";

  private final Path store;
  private final Path pem;

  private TestCa(Path store, Path pem) {
    this.store = store;
    this.pem = pem;
  }

  /** Makes one for a subject alternative name such as {@code dns:localhost}. */
  static TestCa forName(Path folder, String san) throws IOException, InterruptedException {
    Path store = folder.resolve("server.p12");
    pair(store, "server", "-ext", "san=" + san);
    return new TestCa(store, exported(store, "server", folder));
  }

  /** Makes one that an authority of its own vouched for, for two days of last week. */
  static TestCa runOut(Path folder, String san) throws IOException, InterruptedException {
    return begun(folder, san, "-7d");
  }

  /** Makes one that an authority of its own vouched for, for two days of next week. */
  static TestCa early(Path folder, String san) throws IOException, InterruptedException {
    return begun(folder, san, "+7d");
  }

  private static TestCa begun(Path folder, String san, String start)
      throws IOException, InterruptedException {
    Path store = folder.resolve("server.p12");
    pair(store, "ca", "-ext", "bc:c");
    pair(store, "server", "-ext", "san=" + san, "-signer", "ca", "-startdate", start);
    Path pem = exported(store, "ca", folder);
    keytool("-delete", "-alias", "ca", "-storepass", PASSWORD, "-keystore", store.toString());
    return new TestCa(store, pem);
  }

  private static void pair(Path store, String alias, String... more)
      throws IOException, InterruptedException {
    List<String> arguments = new ArrayList<>();
    arguments.addAll(List.of("-genkeypair", "-alias", alias, "-keyalg", "EC"));
    arguments.addAll(List.of("-groupname", "secp256r1", "-dname", "CN=" + alias, "-validity", "2"));
    arguments.addAll(List.of("-storepass", PASSWORD, "-keystore", store.toString()));
    arguments.addAll(List.of(more));
    keytool(arguments.toArray(new String[0]));
  }

  private static Path exported(Path store, String alias, Path folder)
      throws IOException, InterruptedException {
    Path pem = folder.resolve("ca.pem");
    keytool(
        "-exportcert",
        "-rfc",
        "-alias",
        alias,
        "-storepass",
        PASSWORD,
        "-keystore",
        store.toString(),
        "-file",
        pem.toString());
    return pem;
  }

  Path pem() {
    return pem;
  }

  SSLContext server() throws IOException, GeneralSecurityException {
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    KeyManagerFactory managers = KeyManagerFactory.getInstance("PKIX");
    managers.init(keys, PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(managers.getKeyManagers(), null, null);
    return context;
  }

  private static void keytool(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }
}
