package io.github.dyn53.bench;

import io.github.dyn53.emulator.lambda.process.Delivery.Reply;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The first request after a snapshot is restored, as far as that can be had without SnapStart. */
final class Restore {

  private final Rig rig;
  private final Contestant contestant;
  private final Durations unchanged = new Durations();
  private final Durations changed = new Durations();

  private Restore(Rig rig, Contestant contestant) {
    this.rig = rig;
    this.contestant = contestant;
  }

  static List<Figure> measure(Rig rig, int runs) throws IOException {
    Contestants all = rig.contestants();
    List<Restore> restores =
        List.of(new Restore(rig, all.javaC1()), new Restore(rig, all.javaTiered()));
    for (int run = 0; run < runs; run++) {
      for (Restore restore : restores) {
        restore.unchanged.add(restore.first("nochg", Sample.unchanged()).taken());
        restore.changed.add(restore.first("good", Sample.changed()).taken());
      }
    }
    List<Figure> figures = new ArrayList<>();
    for (Restore restore : restores) {
      String name = restore.contestant.name();
      figures.add(
          new Figure(
              "first request after restore, unchanged, ms", name, restore.unchanged.median()));
      figures.add(
          new Figure("first request after restore, changed, ms", name, restore.changed.median()));
    }
    return figures;
  }

  private Reply first(String word, String event) throws IOException {
    try (FunctionProcess function = rig.startRestored(contestant)) {
      return Answered.with(word, function, event);
    }
  }
}
