package io.github.dyn53.cli.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.net.ssl.X509ExtendedTrustManager;
import javax.security.auth.x500.X500Principal;

/**
 * A folder with a file for each root, named for its subject: to read the 150 that a Java comes with
 * takes longer than all the rest of an update, and a server's chain leads to one or two.
 */
public final class RootFolder implements Roots {

  private final Path folder;
  private final TrustTools tools;

  RootFolder(Path folder, TrustTools tools) {
    this.folder = folder;
    this.tools = tools;
  }

  /**
   * The name of a root's file.
   *
   * @param number tells roots with the same subject apart; counted from zero
   */
  public static String fileName(X500Principal subject, int number) throws GeneralSecurityException {
    // Two encodings of one name differ; their canonical forms do not.
    byte[] name = subject.getName(X500Principal.CANONICAL).getBytes(StandardCharsets.UTF_8);
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(name);
    return HexFormat.of().formatHex(digest, 0, 16) + "." + number;
  }

  @Override
  public X509ExtendedTrustManager judgeOf(X509Certificate[] chain)
      throws IOException, GeneralSecurityException {
    List<Certificate> roots = new ArrayList<>();
    for (X509Certificate certificate : chain) {
      add(certificate.getIssuerX500Principal(), roots);
    }
    return tools.judge(TrustTools.store(roots));
  }

  private void add(X500Principal issuer, List<Certificate> roots)
      throws IOException, GeneralSecurityException {
    int number = 0;
    Path file = folder.resolve(fileName(issuer, number));
    while (Files.exists(file)) {
      roots.add(
          TrustTools.certificates()
              .generateCertificate(new ByteArrayInputStream(Files.readAllBytes(file))));
      number++;
      file = folder.resolve(fileName(issuer, number));
    }
  }
}
