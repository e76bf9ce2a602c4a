package io.github.dyn53.cli;

import java.io.PrintStream;

/**
 * Says why there is nothing else to tell: to people on standard error, to programs as the one
 * object that they wait for.
 *
 * @param json whether it is for programs
 */
record Complaint(PrintStream out, PrintStream err, boolean json) {

  void tell(String text) {
    if (json) {
      new Json(out).failure(text);
    } else {
      err.println("dyn53: " + text);
    }
  }
}
