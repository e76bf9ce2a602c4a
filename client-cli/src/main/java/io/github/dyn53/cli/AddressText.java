package io.github.dyn53.cli;

import io.github.dyn53.cli.address.ChainFinding;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.cli.address.SourceSpec;
import io.github.dyn53.cli.command.ExitCode;
import io.github.dyn53.cli.command.Options;
import io.github.dyn53.cli.command.Switch;
import io.github.dyn53.cli.config.Configuration;
import io.github.dyn53.cli.config.HostSettings;
import io.github.dyn53.dns.Family;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Prints what each source says of each family. */
record AddressText(PrintStream out, Options options) {

  /** One chain, and the hosts that follow it. */
  record Answer(Family family, List<String> hosts, ChainFinding finding) {}

  ExitCode print(Configuration configuration, Sources sources) {
    List<Answer> answers = answers(configuration, sources);
    if (options.has(Switch.JSON)) {
      new Json(out).addresses(answers);
    } else {
      answers.forEach(this::print);
    }
    boolean found = answers.stream().anyMatch(a -> a.finding().outcome() instanceof Finding.Found);
    return found ? ExitCode.OK : ExitCode.NO_ADDRESS;
  }

  private static List<Answer> answers(Configuration configuration, Sources sources) {
    var answers = new ArrayList<Answer>();
    for (Family family : Family.values()) {
      var chains = configuration.hosts().stream().map(h -> h.sources(family)).distinct().toList();
      for (List<SourceSpec> chain : chains) {
        List<String> hosts =
            configuration.hosts().stream()
                .filter(host -> host.sources(family).equals(chain))
                .map(HostSettings::name)
                .map(Object::toString)
                .toList();
        answers.add(new Answer(family, hosts, sources.chain(chain).lookEverywhere(family)));
      }
    }
    return answers;
  }

  private void print(Answer answer) {
    out.println(answer.family().label() + " of " + String.join(", ", answer.hosts()));
    int width = 0;
    for (ChainFinding.Seen seen : answer.finding().seen()) {
      width = Math.max(width, seen.source().length());
    }
    for (ChainFinding.Seen seen : answer.finding().seen()) {
      out.println("  " + padded(seen.source(), width) + "  " + seen.describe());
    }
    String outcome =
        switch (answer.finding().outcome()) {
          case Finding.Found found -> found.address() + " by " + found.by();
          case Finding.None none -> "none";
          case Finding.Failed failed -> "none for now; the name keeps what it has";
        };
    out.println("  " + padded("=>", width) + "  " + outcome);
    Optional<String> hiddenNat = answer.finding().hiddenNat();
    if (hiddenNat.isPresent()) {
      out.println("  " + padded("!", width) + "  " + hiddenNat.get());
    }
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()));
  }
}
