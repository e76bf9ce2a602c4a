package io.github.dyn53.cli.service;

import io.github.dyn53.cli.service.Plan.TextFile;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Carries a plan out and says each step before it is done; nothing is done as another user than the
 * one who asked.
 */
public final class ServiceInstaller {

  /** Where the Debian package puts its unit. */
  private static final Path PACKAGED = Path.of("usr/lib/systemd/system");

  private final Path root;
  private final ServiceKind kind;
  private final Programs programs;
  private final PrintWriter out;

  /**
   * An installer for the system below a folder.
   *
   * @param root {@code /}, but for tests
   */
  public ServiceInstaller(Path root, ServiceKind kind, Programs programs, PrintWriter out) {
    this.root = root;
    this.kind = kind;
    this.programs = programs;
    this.out = out;
  }

  /** Shows what {@link #install} would do. */
  public void show(Plan plan) {
    for (TextFile file : plan.files()) {
      out.println("# " + file.path());
      out.println(file.text().strip().replace("\uFEFF", ""));
      out.println();
    }
    if (plan.crontabLine().isPresent()) {
      out.println("# a line of your crontab");
      out.println(plan.crontabLine().get());
      out.println();
    }
    for (List<String> command : plan.stops()) {
      out.println("# then, should it be there already: " + kind.line(command));
    }
    for (List<String> command : plan.commands()) {
      out.println("# then: " + kind.line(command));
    }
    plan.notes().forEach(out::println);
    out.flush();
  }

  /** Writes the files and runs the commands; whether all of that went well. */
  public boolean install(Plan plan) {
    for (TextFile file : plan.files()) {
      if (!write(file)) {
        return false;
      }
    }
    for (List<String> command : plan.stops()) {
      say("runs, should it be there already: " + kind.line(command));
      int unused = programs.run(command);
    }
    boolean done = run(plan.commands());
    plan.notes().forEach(this::say);
    return done;
  }

  /** Runs the commands, then deletes the files; whether all of that went well. */
  public boolean remove(Plan plan) {
    boolean done = run(plan.commands());
    for (TextFile file : plan.files()) {
      done &= delete(file.path());
    }
    plan.notes().forEach(this::say);
    return done;
  }

  private boolean write(TextFile file) {
    Path target = below(file.path());
    try {
      if (isPackaged(file)) {
        say("is there already, from the package: " + packaged(file));
        return true;
      }
      say("writes " + target);
      Files.createDirectories(target.getParent());
      Files.writeString(target, file.text(), file.charset());
      return true;
    } catch (IOException e) {
      say("could not write " + target + ": " + e);
      say("To change the whole machine run this as root; --print shows what it does.");
      return false;
    }
  }

  private boolean isPackaged(TextFile file) throws IOException {
    Path packaged = packaged(file);
    return Files.exists(packaged) && Files.readString(packaged).equals(file.text());
  }

  private Path packaged(TextFile file) {
    return root.resolve(PACKAGED).resolve(file.path().getFileName());
  }

  private boolean delete(Path path) {
    Path target = below(path);
    try {
      if (Files.deleteIfExists(target)) {
        say("deleted " + target);
      }
      return true;
    } catch (IOException e) {
      say("could not delete " + target + ": " + e);
      return false;
    }
  }

  private boolean run(List<List<String>> commands) {
    for (List<String> command : commands) {
      String line = kind.line(command);
      say("runs: " + line);
      int status = programs.run(command);
      if (status != 0) {
        say("that ended with status " + status + ": " + line);
        return false;
      }
    }
    return true;
  }

  private Path below(Path path) {
    Path absolute = path.toAbsolutePath();
    return root.resolve(absolute.getRoot().relativize(absolute));
  }

  private void say(String text) {
    out.println(text);
    out.flush();
  }
}
