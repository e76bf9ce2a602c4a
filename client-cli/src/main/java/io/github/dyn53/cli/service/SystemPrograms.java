package io.github.dyn53.cli.service;

import java.io.IOException;
import java.util.List;

/** The programs of this system. */
public final class SystemPrograms implements Programs {

  private static final int NOT_FOUND = 127;

  @Override
  public int run(List<String> command) {
    try {
      return new ProcessBuilder(command).inheritIO().start().waitFor();
    } catch (IOException e) {
      return NOT_FOUND;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NOT_FOUND;
    }
  }
}
