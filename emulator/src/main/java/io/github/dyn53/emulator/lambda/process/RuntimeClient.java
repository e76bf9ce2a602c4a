package io.github.dyn53.emulator.lambda.process;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Lambda's runtime client, with its native half unpacked once for all processes. Left to itself
 * each process would unpack it to the same file in {@code /tmp}, and one that reads it while
 * another writes it crashes.
 */
public final class RuntimeClient implements AutoCloseable {

  private static final String MAIN = "com.amazonaws.services.lambda.runtime.api.client.AWSLambda";
  private static final String LIBRARY_PROPERTY =
      "com.amazonaws.services.lambda.runtime.api.client.runtimeapi.NativeClient.JNI";

  /** What the JDK calls processors, and what the client's files call them. */
  private static final Map<String, String> PROCESSORS =
      Map.of("amd64", "x86_64", "aarch64", "aarch_64");

  private final Path library;

  private RuntimeClient(Path library) {
    this.library = library;
  }

  /**
   * Unpacks it.
   *
   * @throws IllegalArgumentException if there is none for this machine: it is made for Linux only
   * @throws UncheckedIOException if there is no room for it
   */
  public static RuntimeClient unpack() {
    String name = "jni/libaws-lambda-jni." + platform() + ".so";
    try (InputStream packed = ClassLoader.getSystemResourceAsStream(name)) {
      if (packed == null) {
        throw new IllegalStateException(name + " is not on the class path");
      }
      Path library = Files.createTempFile("dyn53-runtime", ".so");
      Files.copy(packed, library, StandardCopyOption.REPLACE_EXISTING);
      return new RuntimeClient(library);
    } catch (IOException e) {
      throw new UncheckedIOException("could not unpack " + name, e);
    }
  }

  private static String platform() {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    Optional<String> processor = Optional.ofNullable(PROCESSORS.get(System.getProperty("os.arch")));
    if (!system.equals("linux") || processor.isEmpty()) {
      throw new IllegalArgumentException(
          "functions in processes need Linux on x86-64 or ARM64, as Lambda's runtime client does");
    }
    String machine = processor.get().replace("aarch_64", "aarch64");
    boolean musl = Files.exists(Path.of("/lib/ld-musl-%s.so.1".formatted(machine)));
    return (musl ? "linux_musl-" : "linux-") + processor.get();
  }

  /** The options and arguments of a JVM that runs {@code handler} behind the client. */
  List<String> arguments(String handler) {
    return List.of("-D%s=%s".formatted(LIBRARY_PROPERTY, library), MAIN, handler);
  }

  /** Removes what was unpacked; processes that run do not mind. */
  @Override
  public void close() {
    try {
      Files.deleteIfExists(library);
    } catch (IOException e) {
      throw new UncheckedIOException("could not delete " + library, e);
    }
  }
}
