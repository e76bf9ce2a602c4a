package io.github.dyn53.cli.address;

import io.github.dyn53.cli.process.Program;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.StringTokenizer;

/** The address that a program prints first. */
public final class CommandSource implements AddressSource {

  private final SourceSpec.Command spec;
  private final Duration timeout;

  /**
   * Runs the program whenever it is asked, for either family.
   *
   * @param timeout after which it is killed
   */
  public CommandSource(SourceSpec.Command spec, Duration timeout) {
    this.spec = spec;
    this.timeout = timeout;
  }

  @Override
  public String name() {
    return spec.text();
  }

  @Override
  public Finding find(Family family) {
    return switch (Program.run(spec.words(), timeout)) {
      case Program.Ended ended ->
          ended.exitCode() == 0
              ? printed(ended.output(), family)
              : new Finding.Failed("the program ended with exit code " + ended.exitCode());
      case Program.NotRun not ->
          new Finding.Failed("the program can't be started: " + not.reason().strip());
      case Program.TooSlow slow ->
          new Finding.Failed("the program did not end within " + timeout.toSeconds() + " s");
    };
  }

  private static Finding printed(String output, Family family) {
    var words = new StringTokenizer(output);
    Optional<IpAddress> address =
        words.hasMoreTokens() ? IpAddress.parse(words.nextToken()) : Optional.empty();
    if (address.isEmpty()) {
      return new Finding.Failed("what the program prints does not begin with an address");
    }
    return address.get().family() == family
        ? new Finding.Found(address.get(), "command")
        : new Finding.None("the program prints an address of the other family");
  }
}
