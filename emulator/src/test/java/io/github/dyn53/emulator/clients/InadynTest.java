package io.github.dyn53.emulator.clients;

import io.github.dyn53.emulator.clients.RealProgram.Ended;
import io.github.dyn53.protocol.ReturnCode;

class InadynTest extends UpdateClientContract {

  private final Inadyn inadyn = new Inadyn();

  @Override
  Ended update(Setup setup) {
    try (var running = inadyn.start(setup, "--once")) {
      // After trouble that passes it goes on even so.
      return running.awaitEndUnlessPrinted(Inadyn.RETRY);
    }
  }

  @Override
  Told told(ReturnCode code) {
    return switch (code) {
      case GOOD, NOCHG -> new Told(0, "Updating cache for %1$s");
      case BADAUTH -> new Told(50, "[401 Unauthorized] badauth");
      case TROUBLE -> new Told(0, Inadyn.RETRY);
      default -> new Told(48, "[200 OK] " + code.word());
    };
  }
}
