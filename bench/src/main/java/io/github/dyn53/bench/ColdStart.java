package io.github.dyn53.bench;

import io.github.dyn53.emulator.lambda.process.Delivery.Reply;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** From the start of a process to its first reply, without SnapStart. */
final class ColdStart {

  private static final int TRAINING_REQUESTS = 50;

  private final Rig rig;
  private final Map<Contestant, Durations> starts = new LinkedHashMap<>();
  private final Map<Contestant, Long> classes = new LinkedHashMap<>();

  private ColdStart(Rig rig) {
    this.rig = rig;
  }

  /**
   * Measures.
   *
   * @param cache where to put the AOT cache
   */
  static List<Figure> measure(Rig rig, int runs, Path cache) throws IOException {
    var coldStart = new ColdStart(rig);
    coldStart.train(cache);
    Contestants all = rig.contestants();
    List<Contestant> contestants = List.of(all.javaC1(), all.javaAot(cache), all.python());
    // The first round fills the page cache and warms up this process; it does not count.
    for (int run = 0; run <= runs; run++) {
      for (Contestant contestant : contestants) {
        coldStart.run(contestant, run > 0);
      }
    }
    return coldStart.figures();
  }

  private void train(Path cache) throws IOException {
    try (FunctionProcess function = rig.start(rig.contestants().javaTraining(cache))) {
      for (int i = 0; i < TRAINING_REQUESTS; i++) {
        Answered.with("nochg", function, Sample.unchanged());
        Answered.with("good", function, Sample.changed());
      }
    }
  }

  private void run(Contestant contestant, boolean counts) throws IOException {
    try (FunctionProcess function = rig.start(contestant)) {
      Reply reply = Answered.with("nochg", function, Sample.unchanged());
      if (counts) {
        starts.computeIfAbsent(contestant, c -> new Durations()).add(function.sinceStart(reply));
      } else if (contestant.isJava()) {
        classes.put(contestant, function.loadedClasses());
      }
    }
  }

  private List<Figure> figures() {
    List<Figure> figures = new ArrayList<>();
    starts.forEach((contestant, durations) ->
        figures.add(
            new Figure("process start to first reply, ms", contestant.name(), durations.median())));
    classes.forEach((contestant, count) ->
        figures.add(new Figure("classes loaded at the first reply", contestant.name(), count)));
    return figures;
  }
}
