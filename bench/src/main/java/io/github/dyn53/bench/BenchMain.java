package io.github.dyn53.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;

/** Measures everything and prints one table. */
final class BenchMain {

  private BenchMain() {}

  /** Runs in the project's root; {@code bench/run} sees to that. */
  public static void main(String[] arguments) throws IOException, GeneralSecurityException {
    Options options;
    try {
      options = Options.parse(List.of(arguments));
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage());
      System.exit(2);
      return;
    }
    Path home = Path.of("").toAbsolutePath();
    Path folder = Files.createDirectories(home.resolve("bench/target/run"));
    var certificates = Certificates.in(folder);
    try (var aws = new StubAws(certificates)) {
      var contestants =
          new Contestants(
              home,
              Task.unpack(Contestants.jar(home), folder.resolve("task")),
              Trust.in(certificates.caFile()));
      var rig = new Rig(aws, contestants, folder.resolve("handlers.log").toFile());
      System.out.print(Report.of(measure(rig, options, folder)));
    }
  }

  private static List<Figure> measure(Rig rig, Options options, Path folder) throws IOException {
    List<Figure> figures = new ArrayList<>();
    for (Options.Part part : options.parts()) {
      figures.addAll(
          switch (part) {
            case COLD -> ColdStart.measure(rig, options.runs(), folder.resolve("function.aot"));
            case RESTORE -> Restore.measure(rig, options.runs());
            case WARM -> Warm.measure(rig, options.requests());
          });
    }
    double mebibytes = Files.size(Contestants.jar(rig.contestants().home())) / (1024.0 * 1024.0);
    figures.add(new Figure("artifact, MiB", "Java", mebibytes));
    return figures;
  }
}
