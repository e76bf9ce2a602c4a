package io.github.dyn53.emulator.clients;

import io.github.dyn53.emulator.clients.RealProgram.Ended;
import io.github.dyn53.protocol.ReturnCode;

/**
 * GNU wget as OpenWrt runs it, with the credentials in the query: API Gateway renames the challenge
 * that wget would wait for.
 */
class WgetTest extends UpdateClientContract {

  private final Wget wget = new Wget();

  @Override
  Ended update(Setup setup) {
    return wget.get(
        setup,
        "",
        "%s/nic/update?hostname=%s&myip=%s&username=router&password=%s"
            .formatted(setup.server(), setup.hostList(), setup.address(), setup.password()));
  }

  @Override
  Told told(ReturnCode code) {
    return switch (code) {
      case GOOD, NOCHG -> new Told(0, code.word() + " %2$s\n");
      case BADAUTH -> new Told(6, "Username/Password Authentication Failed.");
      case TROUBLE -> new Told(8, "ERROR 503: Service Unavailable.");
      default -> new Told(0, code.word() + "\n");
    };
  }
}
