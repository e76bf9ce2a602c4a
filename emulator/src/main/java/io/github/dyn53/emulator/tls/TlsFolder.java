package io.github.dyn53.emulator.tls;

import io.github.dyn53.emulator.files.AtomicFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PublicKey;
import java.security.cert.Certificate;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * A folder with a certificate authority, made at first use and kept, and the server certificate
 * that it signed: {@code ca.pem} for clients, {@code ca-key.pem}, {@code server.pem} and {@code
 * server-key.pem}.
 */
public final class TlsFolder {

  /** Long before clients notice: a new authority must be given to each of them by hand. */
  private static final Duration AUTHORITY_MARGIN = Duration.ofDays(400);

  private static final Duration SERVER_MARGIN = Duration.ofDays(30);

  private final Path folder;
  private final InstantSource clock;
  private final ServerNames names;

  /** Uses {@code folder}, which need not exist. */
  public TlsFolder(Path folder, InstantSource clock) {
    this(folder, clock, List.of(), List.of());
  }

  /** The server's certificate also gives these names and addresses. */
  public TlsFolder(
      Path folder,
      InstantSource clock,
      Collection<String> names,
      Collection<InetAddress> addresses) {
    this.folder = folder;
    this.clock = clock;
    this.names = ServerNames.with(names, addresses);
  }

  /** The certificate that clients must trust, once {@link #open} has returned. */
  public Path caFile() {
    return folder.resolve("ca.pem");
  }

  /**
   * What an HTTPS server needs; whatever is missing, damaged or near its end is made anew.
   *
   * @throws UncheckedIOException if the folder can't be read or written
   */
  public SSLContext open() {
    try {
      Instant now = clock.instant();
      Optional<Identity> kept = read("ca").filter(it -> it.lasts(now, AUTHORITY_MARGIN));
      Identity authority =
          kept.isPresent() ? kept.get() : write("ca", CertificateAuthority.create(now));
      PublicKey signer = authority.certificate().getPublicKey();
      Optional<Identity> signed =
          read("server")
              .filter(it -> it.lasts(now, SERVER_MARGIN))
              .filter(it -> isSigned(it, signer) && names.areIn(it.certificate()));
      Identity server =
          signed.isPresent()
              ? signed.get()
              : write("server", CertificateAuthority.createServer(authority, names, now));
      return context(server, authority);
    } catch (IOException e) {
      throw new UncheckedIOException("could not keep certificates in " + folder, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("could not make certificates", e);
    }
  }

  private Optional<Identity> read(String name) throws IOException {
    Path certificate = folder.resolve(name + ".pem");
    Path key = folder.resolve(name + "-key.pem");
    if (!Files.exists(certificate) || !Files.exists(key)) {
      return Optional.empty();
    }
    String certificateText = Files.readString(certificate);
    String keyText = Files.readString(key);
    try {
      var identity = new Identity(Pem.privateKey(keyText), Pem.certificate(certificateText));
      return identity.matches() ? Optional.of(identity) : Optional.empty();
    } catch (IOException | GeneralSecurityException e) {
      return Optional.empty();
    }
  }

  private Identity write(String name, Identity identity) throws IOException {
    AtomicFile.writePrivate(folder.resolve(name + "-key.pem"), Pem.write(identity.key()));
    AtomicFile.write(folder.resolve(name + ".pem"), Pem.write(identity.certificate()));
    return identity;
  }

  private static boolean isSigned(Identity identity, PublicKey signer) {
    try {
      identity.certificate().verify(signer);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static SSLContext context(Identity server, Identity authority)
      throws IOException, GeneralSecurityException {
    // Never leaves this process, so its password keeps nothing secret.
    char[] password = "memory".toCharArray();
    var store = KeyStore.getInstance("PKCS12");
    store.load(null, password);
    store.setKeyEntry(
        "server",
        server.key(),
        password,
        new Certificate[] {server.certificate(), authority.certificate()});
    var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, password);
    var context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }
}
