package io.github.dyn53.cli.service;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What makes a service, or takes it away again; nothing of it has happened yet.
 *
 * @param files to write, or to delete
 * @param stops commands that end what an earlier installation runs, to run before the others; that
 *     they fail says only that there is none
 * @param commands to run afterwards (before the files are deleted, when a service is removed), each
 *     as its words
 * @param notes what a person should know besides
 * @param crontabLine the line that the commands put into a crontab
 */
public record Plan(
    List<TextFile> files,
    List<List<String>> stops,
    List<List<String>> commands,
    List<String> notes,
    Optional<String> crontabLine) {

  /** Copies the lists. */
  public Plan {
    files = List.copyOf(files);
    stops = stops.stream().map(List::copyOf).toList();
    commands = commands.stream().map(List::copyOf).toList();
    notes = List.copyOf(notes);
  }

  /** Without a crontab, and with nothing to stop. */
  public Plan(List<TextFile> files, List<List<String>> commands, List<String> notes) {
    this(files, List.of(), commands, notes, Optional.empty());
  }

  /** The same with more to know. */
  public Plan noting(List<String> more) {
    var all = new ArrayList<>(notes);
    all.addAll(more);
    return new Plan(files, stops, commands, all, crontabLine);
  }

  /** A file and all that it holds. */
  public record TextFile(Path path, String text, Charset charset) {

    /** In UTF-8. */
    TextFile(Path path, String text) {
      this(path, text, StandardCharsets.UTF_8);
    }
  }
}
