package io.github.dyn53.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.EmulatorOptions.Functions;
import io.github.dyn53.emulator.EmulatorOptions.Outside;
import io.github.dyn53.emulator.EmulatorOptions.Ports;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {

  @Test
  void usesDefaults() {
    assertThat(CommandLine.parse(List.of()))
        .isEqualTo(
            new CommandLine.Start(
                new EmulatorOptions(
                    new Ports(8080, 8443, 5353),
                    List.of("dyn.test"),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Functions.IN_PROCESS,
                    Optional.empty(),
                    Duration.ofMinutes(5))));
  }

  @Test
  void readsEveryOption() throws UnknownHostException {
    assertThat(
            parse(
                "--http-port 0 --https-port 65535 --dns-port 53 --zone A.example. --zone b.c.test"
                    + " --data d/e --ready-file r.json --route53-faults f.json"
                    + " --functions process --dynamodb-faults g.json --sweep-every 7"
                    + " --listen 11.22.33.1 --listen 2a01::1 --server-name Api.Example"))
        .isEqualTo(
            new CommandLine.Start(
                new EmulatorOptions(
                    new Ports(0, 65535, 53),
                    List.of("a.example", "b.c.test"),
                    Optional.of(Path.of("d/e")),
                    Optional.of(Path.of("r.json")),
                    Optional.of(Path.of("f.json")),
                    Functions.PROCESS,
                    Optional.of(Path.of("g.json")),
                    Duration.ofSeconds(7),
                    new Outside(
                        List.of(
                            InetAddress.getByName("11.22.33.1"), InetAddress.getByName("2a01::1")),
                        List.of("api.example")))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--help", "-h", "--http-port 1 --help"})
  void helps(String line) {
    assertThat(parse(line)).isEqualTo(new CommandLine.Help());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--http-port",
        "--https-port",
        "--dns-port",
        "--zone",
        "--data",
        "--ready-file",
        "--route53-faults",
        "--dynamodb-faults",
        "--sweep-every",
        "--functions",
        "--listen",
        "--server-name"
      })
  void helpNamesEveryOption(String option) {
    assertThat(CommandLine.HELP).contains("\n" + option + " ");
    assertThat(parse(option))
        .isEqualTo(new CommandLine.Wrong("no value given for %s".formatted(option)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          --port 80                     | unknown option: --port
          8080                          | unknown option: 8080
          --http-port=80                | unknown option: --http-port=80
          --http-port 65536             | invalid value given for --http-port: 65536
          --https-port -1               | invalid value given for --https-port: -1
          --dns-port dns                | invalid value given for --dns-port: dns
          --dns-port 999999999999       | invalid value given for --dns-port: 999999999999
          --sweep-every 0               | invalid value given for --sweep-every: 0 (takes seconds, from 1 to 999999)
          --sweep-every 1.5             | invalid value given for --sweep-every: 1.5 (takes seconds, from 1 to 999999)
          --sweep-every 1000000         | invalid value given for --sweep-every: 1000000 (takes seconds, from 1 to 999999)
          --functions both              | invalid value given for --functions: both (takes in-process or process)
          --listen home.example         | invalid value given for --listen: home.example (takes an IPv4 or IPv6 address)
          --server-name api             | invalid value given for --server-name: api (takes a name with a dot)
          --zone test                   | invalid value given for --zone: test (takes a name with a dot, and each name once)
          --zone a..test                | invalid value given for --zone: a..test (takes a name with a dot, and each name once)
          --zone -a.test                | invalid value given for --zone: -a.test (takes a name with a dot, and each name once)
          --zone a.test --zone A.TEST.  | invalid value given for --zone: A.TEST. (takes a name with a dot, and each name once)
          """)
  void saysWhatIsWrong(String line, String message) {
    assertThat(parse(line)).isEqualTo(new CommandLine.Wrong(message));
  }

  private static CommandLine parse(String line) {
    return CommandLine.parse(List.of(line.split(" ")));
  }
}
