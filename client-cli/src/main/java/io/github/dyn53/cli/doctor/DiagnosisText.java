package io.github.dyn53.cli.doctor;

import java.io.PrintStream;

/** Prints findings for people: a line each, below it what it means and what to do. */
public record DiagnosisText(PrintStream out) {

  private static final int WIDTH = 100;
  private static final String INDENT = " ".repeat(8);

  /** Prints all of it, under a title for each subject, with a summary at the end. */
  public void print(Diagnosis diagnosis) {
    for (Subject subject : Subject.values()) {
      var findings =
          diagnosis.findings().stream().filter(line -> line.subject() == subject).toList();
      if (!findings.isEmpty()) {
        out.println(subject.title());
        findings.forEach(this::print);
        out.println();
      }
    }
    out.println(summary(diagnosis));
  }

  private void print(FindingLine finding) {
    String about = finding.about().isEmpty() ? "" : finding.about() + ": ";
    wrap("  %-4s  ".formatted(finding.level().mark()), about + finding.seen());
    if (!finding.meaning().isEmpty()) {
      wrap(INDENT + "It means: ", finding.meaning());
    }
    if (!finding.remedy().isEmpty()) {
      wrap(INDENT + "To do: ", finding.remedy());
    }
  }

  /** Breaks between words; what follows the first line stands below the text, not the mark. */
  private void wrap(String before, String text) {
    var line = new StringBuilder(before);
    boolean begun = false;
    for (String word : text.split(" ", -1)) {
      if (begun && line.length() + 1 + word.length() > WIDTH) {
        out.println(line);
        line = new StringBuilder(INDENT).append("  ").append(word);
      } else {
        line.append(begun ? " " : "").append(word);
      }
      begun = true;
    }
    out.println(line);
  }

  private static String summary(Diagnosis diagnosis) {
    long failed = diagnosis.count(Level.FAIL);
    long doubtful = diagnosis.count(Level.WARN);
    if (failed == 0) {
      return doubtful == 0
          ? "All is well."
          : "It works; "
              + things(doubtful)
              + (doubtful == 1 ? " (warn) is" : " (warn) are")
              + " worth a look.";
    }
    return things(failed) + " to mend (FAIL). Begin with the first: others may follow from it.";
  }

  private static String things(long number) {
    return number == 1 ? "1 thing" : number + " things";
  }
}
