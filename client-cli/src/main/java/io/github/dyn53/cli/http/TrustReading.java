package io.github.dyn53.cli.http;

import io.github.dyn53.cli.http.UnreachableException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.Collection;
import java.util.concurrent.Callable;
import javax.net.ssl.X509ExtendedTrustManager;

/** Reads whom to believe, which takes about as long as the rest of a handshake. */
record TrustReading(Trust trust, TrustTools tools) implements Callable<Roots> {

  /** The folder of roots that the image brings along. */
  private static final String FOLDER = "dyn53.roots";

  @Override
  public Roots call() {
    try {
      return trust.file().isPresent() ? given(trust.file().get()) : usual();
    } catch (IOException | GeneralSecurityException e) {
      throw new UnreachableException(
          Reason.TLS, "the certificates " + source() + " can't be read: " + e.getMessage());
    }
  }

  /** By the key of the configuration, so that it is known what to mend. */
  private String source() {
    return trust.file().isPresent() ? "of ca-file" : "to trust";
  }

  private Roots given(Path file) throws IOException, GeneralSecurityException {
    return new Roots.All(tools.judge(TrustTools.store(certificates(file))));
  }

  private Collection<? extends Certificate> certificates(Path file)
      throws IOException, GeneralSecurityException {
    try (InputStream pem = Files.newInputStream(file)) {
      Collection<? extends Certificate> all = TrustTools.certificates().generateCertificates(pem);
      if (all.isEmpty()) {
        throw new CertificateException("no certificate");
      }
      return all;
    } catch (CertificateException e) {
      throw new CertificateException(file + " is not a file of PEM certificates", e);
    } catch (IOException e) {
      throw new IOException(file + " can't be opened", e);
    }
  }

  private Roots usual() throws IOException, GeneralSecurityException {
    if (tools.provider().isEmpty()) {
      return new Roots.All(TrustTools.usualJudge());
    }
    String folder = System.getProperty(FOLDER, "");
    if (!folder.isEmpty() && System.getProperty("javax.net.ssl.trustStore") == null) {
      return new RootFolder(Path.of(folder), tools);
    }
    X509ExtendedTrustManager judge = TrustTools.usualJudge();
    return new Roots.All(tools.judge(TrustTools.store(Arrays.asList(judge.getAcceptedIssuers()))));
  }
}
