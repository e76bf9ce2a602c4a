package io.github.dyn53.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Requests to processes that have seen many: all of them run at once and take turns. */
final class Warm {

  /** Long enough to be at work, short enough that a noisy minute meets all of them. */
  private static final int TURN = 50;

  private final Rig rig;
  private final List<Runner> runners = new ArrayList<>();

  private Warm(Rig rig) {
    this.rig = rig;
  }

  private record Runner(Contestant contestant, FunctionProcess function) {}

  /**
   * Measures.
   *
   * @param requests how many unmeasured and then how many measured requests each handler answers
   */
  static List<Figure> measure(Rig rig, int requests) throws IOException {
    var warm = new Warm(rig);
    Contestants all = rig.contestants();
    try (FunctionProcess c1 = rig.start(all.javaC1());
        FunctionProcess tiered = rig.start(all.javaTiered());
        FunctionProcess python = rig.start(all.python())) {
      warm.runners.add(new Runner(all.javaC1(), c1));
      warm.runners.add(new Runner(all.javaTiered(), tiered));
      warm.runners.add(new Runner(all.python(), python));
      List<Figure> figures = new ArrayList<>();
      figures.addAll(warm.requests("unchanged", "nochg", Sample.unchanged(), requests));
      figures.addAll(warm.requests("changed", "good", Sample.changed(), requests));
      for (Runner runner : warm.runners) {
        double megabytes = runner.function.peakMemory() / 1024.0;
        figures.add(new Figure("peak memory, MB", runner.contestant.name(), megabytes));
      }
      return figures;
    }
  }

  private List<Figure> requests(String kind, String word, String event, int requests)
      throws IOException {
    List<Turns> all = runners.stream().map(runner -> new Turns(runner, word, event)).toList();
    for (int done = 0; done < requests; done += TURN) {
      for (Turns turns : all) {
        turns.warmUp();
      }
    }
    for (int done = 0; done < requests; done += TURN) {
      for (Turns turns : all) {
        turns.measure();
      }
    }
    return all.stream().flatMap(turns -> turns.figures(kind).stream()).toList();
  }

  private final class Turns {

    private final Runner runner;
    private final String word;
    private final String event;
    private final Durations durations = new Durations();
    private Duration processor = Duration.ZERO;
    private int requests;
    private int calls;
    private int connections;

    Turns(Runner runner, String word, String event) {
      this.runner = runner;
      this.word = word;
      this.event = event;
    }

    void warmUp() throws IOException {
      for (int i = 0; i < TURN; i++) {
        Answered.with(word, runner.function, event);
      }
    }

    void measure() throws IOException {
      rig.aws().takeCalls();
      Duration before = runner.function.processorTime();
      for (int i = 0; i < TURN; i++) {
        durations.add(Answered.with(word, runner.function, event).taken());
      }
      processor = processor.plus(runner.function.processorTime()).minus(before);
      AwsCalls made = rig.aws().takeCalls();
      calls += made.total();
      connections = Math.max(connections, made.connections());
      requests += TURN;
    }

    List<Figure> figures(String kind) {
      String name = runner.contestant.name();
      String what = kind + ", warm: ";
      return List.of(
          new Figure(what + "p50, ms", name, durations.median()),
          new Figure(what + "p99, ms", name, durations.percentile(99)),
          new Figure(
              what + "processor time a request, ms",
              name,
              (double) processor.toMillis() / requests),
          new Figure(what + "AWS calls a request", name, (double) calls / requests),
          new Figure(what + "connections for %d requests".formatted(TURN), name, connections));
    }
  }
}
