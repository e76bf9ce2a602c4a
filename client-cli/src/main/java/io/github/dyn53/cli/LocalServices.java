package io.github.dyn53.cli;

import io.github.dyn53.cli.Obstacles.Obstacle;
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
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The services of the system that this runs on. */
final class LocalServices implements Services {

  private static final int TIMERS_APART = 5;

  private final Places places;
  private final PrintWriter out;
  private final PrintWriter err;

  LocalServices(Places places, PrintWriter out, PrintWriter err) {
    this.places = places;
    this.out = out;
    this.err = err;
  }

  @Override
  public ExitCode install(Wish wish) {
    Installation installation = installation(wish);
    Plan plan = Plans.install(kind(wish), installation);
    List<Obstacle> obstacles = new Obstacles(Path.of("/")).of(kind(wish), installation);
    boolean refused = !wish.print() && obstacles.stream().anyMatch(Obstacle::certain);
    if (wish.json()) {
      Plan noted = plan.noting(obstacles.stream().map(Obstacle::text).toList());
      return refused
          ? refused(wish, noted)
          : told(wish, noted, said -> installer(wish, said, Optional.of(said)).install(noted));
    }
    obstacles.forEach(obstacle -> err.println("dyn53: " + obstacle.text()));
    if (refused) {
      return ExitCode.CONFIGURATION;
    }
    ServiceInstaller installer = installer(wish, out, Optional.empty());
    if (!wish.print()) {
      return ended(installer.install(plan));
    }
    installer.show(plan);
    return ExitCode.OK;
  }

  @Override
  public ExitCode remove(Wish wish) {
    Plan plan = Plans.remove(kind(wish), installation(wish));
    if (wish.json()) {
      return told(wish, plan, said -> installer(wish, said, Optional.of(said)).remove(plan));
    }
    if (!wish.print()) {
      return ended(installer(wish, out, Optional.empty()).remove(plan));
    }
    plan.commands().forEach(command -> out.println("# runs: " + kind(wish).line(command)));
    plan.files().forEach(file -> out.println("# deletes: " + file.path()));
    plan.notes().forEach(out::println);
    return ExitCode.OK;
  }

  @Override
  public ExitCode status(Wish wish) {
    List<String> command = Plans.status(kind(wish));
    if (wish.json()) {
      var plan = new Plan(List.of(), List.of(command), List.of());
      return told(wish, plan, said -> new SystemPrograms(Optional.of(said)).run(command) == 0);
    }
    if (wish.print()) {
      out.println("# runs: " + kind(wish).line(command));
      return ExitCode.OK;
    }
    out.flush();
    return ended(new SystemPrograms(Optional.empty()).run(command) == 0);
  }

  /** Carries it out unless it is only to be shown, and tells programs what was said meanwhile. */
  private ExitCode told(Wish wish, Plan plan, Predicate<PrintWriter> deed) {
    var said = new StringWriter();
    boolean well = wish.print() || deed.test(new PrintWriter(said, true));
    out.println(
        new ServiceJson(kind(wish), plan, !wish.print(), well).text(said.toString().lines()));
    return ended(well);
  }

  private ExitCode refused(Wish wish, Plan plan) {
    out.println(new ServiceJson(kind(wish), plan, false, false).text(Stream.empty()));
    return ExitCode.CONFIGURATION;
  }

  private static ExitCode ended(boolean well) {
    return well ? ExitCode.OK : ExitCode.CONFIGURATION;
  }

  private ServiceInstaller installer(Wish wish, PrintWriter to, Optional<PrintWriter> overheard) {
    return new ServiceInstaller(Path.of("/"), kind(wish), new SystemPrograms(overheard), to);
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

  /** The launcher says where it is; a jar is started by what it begins with, on this Java. */
  private List<String> program() {
    String launcher = System.getProperty("dyn53.program", "");
    if (!launcher.isEmpty()) {
      return List.of(Path.of(launcher).toAbsolutePath().toString());
    }
    Path home = Path.of(System.getProperty("java.home"));
    String jar = Path.of(System.getProperty("java.class.path")).toAbsolutePath().toString();
    return places.system().startsWith("Windows")
        ? List.of(
            home.resolve("bin/java").toString(),
            "-Xmx64m",
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-jar",
            jar)
        : List.of("/usr/bin/env", "JAVA_HOME=" + home, "/bin/sh", jar);
  }
}
