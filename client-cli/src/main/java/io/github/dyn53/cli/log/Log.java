package io.github.dyn53.cli.log;

/** Where the companion says what happens, one plain sentence at a time. */
public interface Log {

  /** Says nothing. */
  Log SILENT = new Silence();

  /** Something a person wants to know: an address changed, work goes on again. */
  void tell(String line);

  /** Something a person has to see to, or should know to be late. */
  void warn(String line);

  /** A step on the way, for who looks for the reason of something. */
  void trace(String line);
}
