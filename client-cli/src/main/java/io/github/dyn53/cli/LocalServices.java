package io.github.dyn53.cli;

import io.github.dyn53.cli.command.ExitCode;
import io.github.dyn53.cli.command.Services;
import io.github.dyn53.cli.config.Places;
import io.github.dyn53.cli.service.Installation;
import io.github.dyn53.cli.service.Plan;
import io.github.dyn53.cli.service.Plans;
import io.github.dyn53.cli.service.ServiceInstaller;
import io.github.dyn53.cli.service.ServiceKind;
import io.github.dyn53.cli.service.SystemPrograms;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The services of the system that this runs on. */
final class LocalServices implements Services {

  private static final int TIMERS_APART = 5;

  private final Places places;
  private final PrintWriter out;

  LocalServices(Places places, PrintWriter out) {
    this.places = places;
    this.out = out;
  }

  @Override
  public ExitCode install(Wish wish) {
    Plan plan = Plans.install(kind(wish), installation(wish));
    return wish.print() ? shown(plan) : ended(installer().install(plan));
  }

  @Override
  public ExitCode remove(Wish wish) {
    Plan plan = Plans.remove(kind(wish), installation(wish));
    if (!wish.print()) {
      return ended(installer().remove(plan));
    }
    plan.commands().forEach(command -> out.println("# runs: " + String.join(" ", command)));
    plan.files().forEach(file -> out.println("# deletes: " + file.path()));
    plan.notes().forEach(out::println);
    return ExitCode.OK;
  }

  @Override
  public ExitCode status(Wish wish) {
    List<String> command = Plans.status(kind(wish));
    if (wish.print()) {
      out.println("# runs: " + String.join(" ", command));
      return ExitCode.OK;
    }
    out.flush();
    return ended(new SystemPrograms().run(command) == 0);
  }

  private ExitCode shown(Plan plan) {
    installer().show(plan);
    return ExitCode.OK;
  }

  private static ExitCode ended(boolean well) {
    return well ? ExitCode.OK : ExitCode.CONFIGURATION;
  }

  private ServiceInstaller installer() {
    return new ServiceInstaller(Path.of("/"), new SystemPrograms(), out);
  }

  private ServiceKind kind(Wish wish) {
    return wish.kind()
        .orElseGet(() ->
            ServiceKind.suitable(
                places.system(),
                Files.isDirectory(Path.of("/run/systemd/system")),
                places.user().equals("root")));
  }

  private Installation installation(Wish wish) {
    Path configuration =
        wish.configuration()
            .or(places::configuration)
            .orElseGet(() -> places.configurations().getLast())
            .toAbsolutePath();
    int minute = Math.floorMod(configuration.hashCode() ^ places.home().hashCode(), TIMERS_APART);
    return new Installation(program(), configuration, Path.of(places.home()), minute);
  }

  /**
   * The launcher says where it is; a jar is started as it was now, but without what pays only in
   * long runs of much work: the second compiler and the parallel collector.
   */
  private static List<String> program() {
    String launcher = System.getProperty("dyn53.program", "");
    if (!launcher.isEmpty()) {
      return List.of(Path.of(launcher).toAbsolutePath().toString());
    }
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-jar",
        Path.of(System.getProperty("java.class.path")).toAbsolutePath().toString());
  }
}
