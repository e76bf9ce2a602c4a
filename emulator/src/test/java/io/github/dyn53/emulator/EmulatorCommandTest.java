package io.github.dyn53.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmulatorCommandTest {

  @TempDir Path folder;

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();
  private boolean closed;

  @BeforeEach
  void startOpen() {
    closed = false;
  }

  @Test
  void printsHelp() throws Exception {
    assertThat(run("--help")).isEqualTo(ExitCode.OK);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(CommandLine.HELP);
  }

  @Test
  void namesWrongOption() throws Exception {
    assertThat(run("--dns-port", "x")).isEqualTo(ExitCode.WRONG_COMMAND_LINE);
    assertThat(err.toString(StandardCharsets.UTF_8))
        .startsWith("Error: invalid value given for --dns-port: x\n");
  }

  @Test
  void announcesEmulatorAndClosesItWhenAsked() throws Exception {
    Path readyFile = folder.resolve("ready.json");

    assertThat(run("--ready-file", readyFile.toString())).isEqualTo(ExitCode.OK);

    assertThat(out.toString(StandardCharsets.UTF_8)).contains("curl -K ", "dig +short");
    assertThat(readyFile).exists();
    assertThat(folder.resolve("home/curl-1.conf")).exists();
    assertThat(closed).isTrue();
  }

  @Test
  void keepsCredentialsInDataFolder() throws Exception {
    run("--data", folder.resolve("data").toString());

    assertThat(folder.resolve("data/curl-1.conf")).exists();
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void saysWhyItCannotStart() throws Exception {
    ExitCode code =
        command()
            .run(
                List.of(),
                options -> {
                  throw new UncheckedIOException("port 8080 is taken", new IOException());
                });

    assertThat(code).isEqualTo(ExitCode.NOT_STARTED);
    assertThat(err.toString(StandardCharsets.UTF_8)).isEqualTo("Error: port 8080 is taken\n");
  }

  @Test
  void saysHowToAvoidTakenPort() throws Exception {
    command()
        .run(
            List.of(),
            options -> {
              throw new UncheckedIOException("port 8080 is taken", new BindException());
            });

    assertThat(err.toString(StandardCharsets.UTF_8)).contains("\nTry another port: --http-port");
  }

  @Test
  void closesEmulatorThatItCannotAnnounce() throws Exception {
    assertThat(run("--ready-file", "/dev/null/ready.json")).isEqualTo(ExitCode.NOT_STARTED);
    assertThat(closed).isTrue();
  }

  private ExitCode run(String... arguments) throws InterruptedException {
    return command().run(List.of(arguments), options -> new FakeEmulator());
  }

  private EmulatorCommand command() {
    var stop = new StopSignal();
    stop.ask();
    return new EmulatorCommand(
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        stop,
        folder.resolve("home"));
  }

  private final class FakeEmulator implements RunningEmulator {

    @Override
    public ReadyFile ready() {
      var local = URI.create("http://127.0.0.1:1");
      return new ReadyFile(
          local,
          local,
          folder.resolve("ca.pem"),
          "127.0.0.1:53",
          local,
          local,
          List.of(),
          "home.dyn.test",
          "token");
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
