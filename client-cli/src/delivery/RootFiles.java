import io.github.dyn53.cli.http.RootFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Writes roots as the companion's {@link RootFolder} looks for them. */
final class RootFiles {

  private RootFiles() {}

  /** Those that a Java trusts. */
  static void write(Path java, Path folder, Files53 files) throws IOException {
    var roots = new ArrayList<X509Certificate>();
    try {
      KeyStore store = KeyStore.getInstance(java.resolve("lib/security/cacerts").toFile(), (char[]) null);
      for (String alias : Collections.list(store.aliases())) {
        if (store.getCertificate(alias) instanceof X509Certificate root) {
          roots.add(root);
        }
      }
    } catch (GeneralSecurityException e) {
      throw new IOException("the roots of this Java can't be read", e);
    }
    if (roots.isEmpty()) {
      throw new IOException("this Java trusts no root at all");
    }
    write(roots, folder, files);
  }

  static void write(List<X509Certificate> roots, Path folder, Files53 files) throws IOException {
    Files.createDirectories(folder);
    try {
      for (X509Certificate root : roots) {
        Files.write(free(folder, root), root.getEncoded());
      }
    } catch (GeneralSecurityException e) {
      throw new IOException("a root can't be written", e);
    }
    files.touchTree(folder);
  }

  private static Path free(Path folder, X509Certificate root) throws GeneralSecurityException {
    int number = 0;
    Path file = folder.resolve(RootFolder.fileName(root.getSubjectX500Principal(), number));
    while (Files.exists(file)) {
      number++;
      file = folder.resolve(RootFolder.fileName(root.getSubjectX500Principal(), number));
    }
    return file;
  }
}
