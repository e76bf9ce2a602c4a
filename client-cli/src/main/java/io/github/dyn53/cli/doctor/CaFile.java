package io.github.dyn53.cli.doctor;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Optional;

/** The file that says whom to believe, if any: the first to blame where no server is believed. */
record CaFile(Optional<Path> file) {

  /** What is wrong with it. */
  Optional<FindingLine> look(String about) {
    if (file.isEmpty() || holdsCertificate(file.get())) {
      return Optional.empty();
    }
    return Optional.of(
        Subject.ENDPOINT.fail(
            about,
            "the ca-file " + file.get() + " holds no certificate that can be read",
            "dyn53 believes no server but those that this file vouches for, which are none; it may"
                + " be a private key",
            "have ca-file in the configuration name a file with -----BEGIN CERTIFICATE----- in it,"
                + " or take the line out to trust whom the system trusts"));
  }

  private static boolean holdsCertificate(Path file) {
    try (InputStream pem = Files.newInputStream(file)) {
      return !CertificateFactory.getInstance("X.509").generateCertificates(pem).isEmpty();
    } catch (IOException | CertificateException e) {
      return false;
    }
  }
}
