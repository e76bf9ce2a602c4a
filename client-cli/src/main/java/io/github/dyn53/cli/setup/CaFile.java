package io.github.dyn53.cli.setup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;

/** The file of certificates that setup is to write into the configuration. */
final class CaFile {

  private CaFile() {}

  /** Its full path: the configuration is read from elsewhere. */
  static Path checked(Path file) {
    Path path = file.toAbsolutePath();
    try (InputStream pem = Files.newInputStream(path)) {
      if (CertificateFactory.getInstance("X.509").generateCertificates(pem).isEmpty()) {
        throw new UnclearException("--ca-file: " + path + " holds no certificate");
      }
      return path;
    } catch (CertificateException e) {
      throw new UnclearException("--ca-file: " + path + " is not a file of PEM certificates");
    } catch (IOException e) {
      throw new UnclearException("--ca-file: " + path + " can't be read");
    }
  }
}
