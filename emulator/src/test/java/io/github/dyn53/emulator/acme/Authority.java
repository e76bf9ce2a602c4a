package io.github.dyn53.emulator.acme;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.clients.LocalDyn53;
import io.github.dyn53.emulator.clients.RealProgram.Ended;
import io.github.dyn53.emulator.clients.RunningProgram;
import io.github.dyn53.emulator.clients.Transport;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;

/** A certificate authority, dyn53 beside it, and what clients got from both. */
final class Authority implements AutoCloseable {

  /** lego alone takes 15 seconds on a quiet machine. */
  private static final Duration LONGEST = Duration.ofMinutes(4);

  private final Path folder;
  private final LocalDyn53 dyn53;
  private final Pebble pebble;

  private Authority(Path folder, LocalDyn53 dyn53, Pebble pebble) {
    this.folder = folder;
    this.dyn53 = dyn53;
    this.pebble = pebble;
  }

  static Authority start(Path folder) {
    LocalDyn53 dyn53 = LocalDyn53.start(folder);
    try {
      return new Authority(folder, dyn53, Pebble.start(folder, dyn53));
    } catch (RuntimeException | AssertionError e) {
      dyn53.close();
      throw e;
    }
  }

  /** A host that has no address yet. */
  String newHost() {
    return dyn53.newHost(LocalDyn53.ZONE);
  }

  /** What a client of its own is told to get a certificate for a host. */
  Order order(String host) {
    try {
      return new Order(
          Files.createTempDirectory(folder, "client"),
          host,
          pebble.directory(),
          dyn53.at(Transport.HTTPS),
          dyn53.certificateToken(),
          dyn53.caFile());
    } catch (IOException e) {
      throw new UncheckedIOException("could not make a folder in " + folder, e);
    }
  }

  /** Waits for a client that has to succeed. */
  void awaitSuccess(RunningProgram running) {
    try (running) {
      Ended ended = running.awaitEnd(LONGEST);
      assertThat(ended.exitCode())
          .as(() -> ended.output() + "\n== pebble\n" + pebble.log())
          .isZero();
    }
  }

  /** The challenges that can be seen in DNS. */
  List<String> challenges(String host) {
    return dyn53.lookUp("_acme-challenge." + host, "TXT");
  }

  /** How often a challenge of the host was added so far. */
  long challengesAdded(String host) {
    return dyn53.history(host).stream().filter("a challenge was added"::equals).count();
  }

  /** How often clients were asked so far to prove a name or a wildcard, whatever the host. */
  long proofsAsked() {
    return pebble.proofsAsked();
  }

  /** The certificate in a file, which is signed by the one after it. */
  static X509Certificate certificate(Path chain) {
    try (InputStream in = Files.newInputStream(chain)) {
      List<X509Certificate> certificates =
          CertificateFactory.getInstance("X.509").generateCertificates(in).stream()
              .map(X509Certificate.class::cast)
              .toList();
      X509Certificate certificate = certificates.getFirst();
      certificate.verify(certificates.get(1).getPublicKey());
      return certificate;
    } catch (IOException e) {
      throw new UncheckedIOException("failed to read " + chain, e);
    } catch (GeneralSecurityException e) {
      throw new AssertionError("no certificate and its issuer in " + chain, e);
    }
  }

  /** The names that a certificate is for, in the order in which they sort. */
  static List<String> names(X509Certificate certificate) {
    try {
      return certificate.getSubjectAlternativeNames().stream()
          .map(name -> String.valueOf(name.get(1)))
          .sorted()
          .toList();
    } catch (GeneralSecurityException e) {
      throw new AssertionError("a name of the certificate can't be read", e);
    }
  }

  @Override
  public void close() {
    pebble.close();
    dyn53.close();
  }
}
