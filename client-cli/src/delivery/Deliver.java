import java.io.IOException;
import java.nio.file.Path;

/**
 * Makes the image and the Debian package out of the jar. Run by Maven's profile {@code image} on the JDK that goes into the image, as a
 * source file: nothing of this belongs into the jar.
 *
 * <p>Arguments: the module's folder, the version, the time to give all files (ISO 8601), so that two builds make the same.
 */
public final class Deliver {

  private Deliver() {}

  public static void main(String[] arguments) throws IOException, InterruptedException {
    if (Runtime.version().feature() < 25) {
      throw new IllegalStateException(
          "the image needs a JDK 25 or newer for its archive of linked classes; this is " + Runtime.version());
    }
    var module = Path.of(arguments[0]);
    var files = new Files53(arguments[2]);
    Image image = Image.build(module, files);
    System.out.println("image: " + image.folder());
    if (DebianPackage.canBeBuilt()) {
      System.out.println("package: " + DebianPackage.build(module, image, arguments[1], files));
    } else {
      System.out.println("NOTICE: no Debian package, as this is no Linux with dpkg-deb");
    }
  }
}
