package io.github.dyn53.emulator.clients;

import io.github.dyn53.emulator.clients.RealProgram.Ended;
import io.github.dyn53.protocol.ReturnCode;

class CurlTest extends UpdateClientContract {

  private final Curl curl = new Curl();

  @Override
  Ended update(Setup setup) {
    return curl.run(
        setup.folder(),
        """
        url = "%s/nic/update?hostname=%s&myip=%s"
        user = "router:%s"
        cacert = "%s"
        fail-with-body
        """
            .formatted(
                setup.server(),
                setup.hostList(),
                setup.address(),
                setup.password(),
                setup.caFile()));
  }

  @Override
  Told told(ReturnCode code) {
    return switch (code) {
      case GOOD, NOCHG -> new Told(0, code.word() + " %2$s\n");
      case BADAUTH -> new Told(22, "badauth\n");
      case TROUBLE -> new Told(22, "911\n");
      default -> new Told(0, code.word() + "\n");
    };
  }
}
