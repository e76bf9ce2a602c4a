package io.github.dyn53.emulator;

import io.github.dyn53.emulator.files.AtomicFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** What the emulator prints once it is up: lines to copy into another terminal. */
final class Banner {

  /** A public address that nobody is asked at: the default policy refuses this machine's own. */
  private static final String ADDRESS = "11.22.33.44";

  private final ReadyFile ready;
  private final Path curlFile;
  private final Path here;

  /**
   * Shows paths as seen from {@code here}.
   *
   * @param curlFile where {@link #writeCurlFile} puts the credentials
   */
  Banner(ReadyFile ready, Path curlFile, Path here) {
    this.ready = ready;
    this.curlFile = curlFile;
    this.here = here;
  }

  /**
   * Writes the options that keep the token out of curl's command line, where every user of the
   * machine could read it.
   *
   * @throws IOException if the file can't be written
   */
  void writeCurlFile() throws IOException {
    AtomicFile.writePrivate(curlFile, "user = \"%s:%s\"\n".formatted(ready.host(), ready.token()));
  }

  /** The text, with a line feed at its end. */
  String text() {
    String zones =
        ready.zones().stream().map(ReadyFile.Zone::name).collect(Collectors.joining(", "));
    String dnsPort = ready.dns().substring(ready.dns().lastIndexOf(':') + 1);
    return """

    dyn53 runs here: %1$s and %2$s
    Zones: %3$s. Host: %4$s

    Update the host:
      curl -K %5$s '%1$s/nic/update?hostname=%4$s&myip=%6$s'
      curl -K %5$s --cacert %7$s '%2$s/nic/update?hostname=%4$s&myip=%6$s'

    See it in DNS:
      dig +short -p %8$s @127.0.0.1 %4$s

    The same with ddclient, in a file of mode 600 (run: ddclient -daemon=0 -noquiet -file FILE -cache FILE.cache):
      ssl=no
      use=ip, ip=%6$s
      protocol=dyndns2
      server=%9$s
      login=%4$s
      password='%10$s'
      %4$s

    Add hosts and tokens, here with version 2 of the AWS CLI and any credentials:
      aws lambda invoke --endpoint-url %11$s --function-name AdminFunction \\
        --cli-binary-format raw-in-base64-out --payload '{"command":"host.list"}' /dev/stdout

    Stop it with Ctrl-C.
    """
        .formatted(
            ready.http(),
            ready.https(),
            zones,
            ready.host(),
            shown(curlFile),
            ADDRESS,
            shown(ready.caFile()),
            dnsPort,
            ready.http().getAuthority(),
            ready.token(),
            ready.lambda());
  }

  /** The shorter way to a file, quoted for a shell if need be. */
  private String shown(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    String text =
        absolute.startsWith(here) ? here.relativize(absolute).toString() : absolute.toString();
    return text.matches("[A-Za-z0-9_./+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
  }
}
