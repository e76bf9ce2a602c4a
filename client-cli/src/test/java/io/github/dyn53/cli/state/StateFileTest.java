package io.github.dyn53.cli.state;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.protocol.ReturnCode;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class StateFileTest {

  private static final Instant NOW = Instant.parse("2026-11-23T01:02:03.004Z");
  private static final Hostname HOME = new Hostname("home.example.com");
  private static final Hostname NAS = new Hostname("nas.example.com");
  private static final Addresses BOTH =
      Addresses.NONE
          .with(IpAddress.parse("11.22.33.44").orElseThrow())
          .with(IpAddress.parse("2a00::1").orElseThrow());
  private static final Stop STOP = new Stop(ReturnCode.BADAUTH, "0123abcd", NOW, BOTH);
  private static final HoldOff HOLD =
      new HoldOff(3, NOW, NOW.plusSeconds(40), true, "no route = no luck");

  @TempDir private Path folder = Path.of("");

  @Test
  void readsWhatWasSaved() {
    State state =
        new State(
            Map.of(
                HOME, HostState.NEW.accepted(BOTH, "good", NOW).held(HOLD).complained(NOW),
                NAS, HostState.NEW.stopped(STOP).addressless(NOW)),
            Optional.of(HOLD));

    new StateFile(folder.resolve("made")).save(state);

    assertThat(new StateFile(folder.resolve("made")).load())
        .isEqualTo(new StateFile.Loaded(state, Optional.empty()));
  }

  @Test
  void readsWhatAnOlderAndANewerVersionWrote() throws IOException {
    HostState known = HostState.NEW.accepted(BOTH, "good", NOW);
    new StateFile(folder).save(State.EMPTY.with(HOME, known.addressless(NOW)));
    String text = Files.readString(folder.resolve("dyn53.state"));
    assertThat(text).contains("addressless-at = ");

    Files.writeString(
        folder.resolve("dyn53.state"), text.replace("addressless-at = ", "unheard-of = "));

    assertThat(new StateFile(folder).load().state().of(HOME)).isEqualTo(known);
  }

  @Test
  void takesNoFileForNoState() {
    assertThat(new StateFile(folder).load().state()).isEqualTo(State.EMPTY);
  }

  @Test
  void setsEveryShortenedFileAside() throws IOException {
    new StateFile(folder).save(State.EMPTY.with(HOME, HostState.NEW.stopped(STOP)));
    String whole = Files.readString(folder.resolve("dyn53.state"));

    // The last line end may go: nothing is lost with it.
    for (int length = 0; length < whole.length() - 1; length++) {
      Files.writeString(folder.resolve("dyn53.state"), whole.substring(0, length));

      StateFile.Loaded loaded = new StateFile(folder).load();

      assertThat(loaded.state()).isEqualTo(State.EMPTY);
      assertThat(loaded.damage()).as("cut to %s", length).isPresent();
    }
  }

  @Test
  void keepsEachDamagedFileUnderItsOwnName() throws IOException {
    for (int number = 1; number <= 2; number++) {
      Files.writeString(folder.resolve("dyn53.state"), "nonsense " + number);

      assertThat(new StateFile(folder).load().damage().orElseThrow())
          .startsWith("state file " + folder.resolve("dyn53.state") + " is damaged")
          .endsWith("dyn53.state.damaged-" + number);
      assertThat(folder.resolve("dyn53.state.damaged-" + number)).hasContent("nonsense " + number);
    }
  }

  @Test
  void leavesADamagedFileToWhoOnlyLooks() throws IOException {
    Files.writeString(folder.resolve("dyn53.state"), "nonsense");

    assertThatThrownBy(() -> new StateFile(folder).read())
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(folder.resolve("dyn53.state")).hasContent("nonsense");
  }

  @Test
  void setsBytesAsideThatAreNoText() throws IOException {
    Files.write(folder.resolve("dyn53.state"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});

    assertThat(new StateFile(folder).load().damage()).isPresent();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          sent-at = 99999999999999999999 | sent-at is no number
          sent-at = soon                 | sent-at is no number
          failures = 99999999999         | failures is no number
          """)
  void saysInPlainWordsWhichNumberIsDamaged(String line, String why) throws IOException {
    Files.writeString(
        folder.resolve("dyn53.state"), "host = home.example.com\nsent = -\n" + line + "\nend\n");

    assertThatThrownBy(() -> new StateFile(folder).read()).hasMessage(why);
  }

  @ParameterizedTest
  @MethodSource
  void saysInPlainWordsWhyItCanNotRead(IOException cause, String words) {
    assertThat(new StateUnusableException(folder, "read", cause))
        .hasMessageContaining("can't be read (" + words + ")");
  }

  static Stream<Arguments> saysInPlainWordsWhyItCanNotRead() {
    return Stream.of(
        Arguments.of(new AccessDeniedException("x"), "this account may not"),
        Arguments.of(new FileAlreadyExistsException("x"), "there is a file of that name"),
        Arguments.of(new FileSystemException("x", null, "Not a directory"), "Not a directory"),
        Arguments.of(new IOException("Is a directory"), "Is a directory"));
  }

  @Test
  void saysWhatToDoWhereItCanNotWrite() throws IOException {
    Path file = folder.resolve("file");
    Files.writeString(file, "");

    assertThatThrownBy(() -> new StateFile(file.resolve("below")).save(State.EMPTY))
        .isInstanceOf(StateUnusableException.class)
        .hasMessageEndingWith("give dyn53 a folder it may write to: state = FOLDER");
  }

  @Test
  void takesTheFutureForNowAndEndsAWaitThatBeginsThere() {
    Instant past = NOW.minusSeconds(1000);
    State state =
        State.EMPTY
            .with(HOME, HostState.NEW.accepted(BOTH, "good", NOW).held(HOLD))
            .with(NAS, HostState.NEW.stopped(STOP));

    State earlier = state.asOf(past);

    assertThat(earlier.of(HOME).sentAt()).contains(past);
    assertThat(earlier.of(HOME).holdOff()).isEmpty();
    assertThat(earlier.of(NAS).stop().orElseThrow().since()).isEqualTo(past);
    assertThat(state.asOf(NOW)).isSameAs(state);
  }

  /** Nobody wrote such a wait but a hand or a clock that was wrong. */
  @ParameterizedTest
  @CsvSource({"PT24H, true", "PT26H, true", "PT26H1S, false", "P20000D, false"})
  void believesNoWaitThatIsLongerThanAny(Duration wait, boolean believed) {
    var hold = new HoldOff(1, NOW.minusSeconds(9), NOW.plus(wait), false, "busy");
    State state = State.EMPTY.with(HOME, HostState.NEW.held(hold)).with(Optional.of(hold));

    assertThat(state.asOf(NOW).of(HOME).holdOff().isPresent()).isEqualTo(believed);
    assertThat(state.asOf(NOW).checkip().isPresent()).isEqualTo(believed);
  }

  @Test
  void letsOneInstanceWork() {
    try (InstanceLock first = InstanceLock.take(folder).orElseThrow()) {
      assertThat(first).isNotNull();
      assertThat(InstanceLock.take(folder)).isEmpty();
    }
    InstanceLock.take(folder).orElseThrow().close();
  }
}
