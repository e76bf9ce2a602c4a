package io.github.dyn53.cli.setup;

import io.github.dyn53.cli.config.ConfigurationFile;
import io.github.dyn53.cli.config.InvalidConfigurationException;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

/** Writes the configuration file. */
public final class Setup {

  private final Questions questions;
  private final Path usualFile;

  /**
   * Asks here for what is not said.
   *
   * @param usualFile where the configuration goes unless another place is wished
   */
  public Setup(Questions questions, Path usualFile) {
    this.questions = questions;
    this.usualFile = usualFile;
  }

  /** Writes what is wished. */
  public SetupOutcome write(Wishes wishes) {
    Path file = wishes.file().orElse(usualFile);
    try {
      boolean replace = wishes.force() || saysNothing(file);
      if (Files.exists(file) && !replace) {
        return exists(file);
      }
      String text = wishes.ddclient().isPresent() ? takenOver(wishes) : asked(wishes);
      // Nothing is written that would be refused when it is read.
      ConfigurationFile.parse(file.toString(), text);
      SecretFile.write(file, text, replace);
      return new SetupOutcome.Written(file);
    } catch (UnclearException e) {
      return new SetupOutcome.Unclear(String.valueOf(e.getMessage()));
    } catch (InvalidConfigurationException e) {
      return new SetupOutcome.Failed(
          "nothing was written, because it could not be used: "
              + e.mistakes().stream()
                  .map(Setup::withoutLine)
                  .map(TerminalText::of)
                  .collect(Collectors.joining("; ")));
    } catch (FileAlreadyExistsException e) {
      return exists(file);
    } catch (IOException e) {
      return new SetupOutcome.Failed(
          file + " can't be written (" + e.getClass().getSimpleName() + ")");
    }
  }

  /** There is no file yet whose lines could be looked at. */
  private static String withoutLine(String mistake) {
    return mistake.replaceAll("(^|first at )line \\d+: ", "$1");
  }

  /** Whether it is there and sets nothing, as the one that comes with a package. */
  private static boolean saysNothing(Path file) throws IOException {
    return Files.exists(file)
        && Files.readAllLines(file).stream()
            .allMatch(line -> line.isBlank() || line.strip().startsWith("#"));
  }

  private static SetupOutcome exists(Path file) {
    return new SetupOutcome.Failed(
        file + " is there already; --force replaces it, --file PATH writes another");
  }

  private String asked(Wishes wishes) {
    var answers = new Answers(wishes, questions);
    var text = new StringBuilder("# Written by dyn53 setup; dyn53 update --help names all keys.\n");
    answers.endpoints().forEach(url -> text.append("endpoint = ").append(url).append('\n'));
    text.append(caFileLine(wishes));
    text.append(answers.tokenLine()).append('\n');
    var hosts = answers.hosts();
    answers.familyLines().forEach(line -> text.append(line).append('\n'));
    hosts.forEach(name -> text.append("host = ").append(name).append('\n'));
    return text.toString();
  }

  private static String caFileLine(Wishes wishes) {
    return wishes.caFile().isPresent()
        ? "ca-file = " + CaFile.checked(wishes.caFile().get()) + "\n"
        : "";
  }

  private String takenOver(Wishes wishes) {
    if (!wishes.hosts().isEmpty()) {
      throw new UnclearException("--host: with --from-ddclient the hosts are those of the file");
    }
    var takeover = new DdclientTakeover(new Answers(wishes, questions), questions);
    return caFileLine(wishes) + takeover.text(wishes.ddclient().orElseThrow());
  }
}
