package io.github.dyn53.cli.log;

/** For work whose result is printed in another way. */
final class Silence implements Log {

  @Override
  public void tell(String line) {}

  @Override
  public void warn(String line) {}

  @Override
  public void trace(String line) {}
}
