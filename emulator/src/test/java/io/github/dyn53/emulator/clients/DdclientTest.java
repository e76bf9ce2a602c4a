package io.github.dyn53.emulator.clients;

import io.github.dyn53.emulator.clients.RealProgram.Ended;
import io.github.dyn53.protocol.ReturnCode;
import java.util.List;

class DdclientTest extends UpdateClientContract {

  private final RealProgram ddclient = RealProgram.require("ddclient", "ddclient");

  @Override
  Ended update(Setup setup) {
    String file =
        setup.write(
            "ddclient.conf",
            """
            syslog=no
            ssl=%s
            ssl_ca_file=%s
            use=cmd, cmd='echo %s'
            protocol=dyndns2
            server=127.0.0.1:%d
            login=router
            password='%s'
            %s
            """
                .formatted(
                    setup.isEncrypted() ? "yes" : "no",
                    setup.caFile(),
                    setup.address(),
                    setup.server().getPort(),
                    setup.password(),
                    setup.hostList()));
    return ddclient.run(
        setup.folder(), List.of("-daemon=0", "-noquiet", "-file", file, "-cache", file + ".cache"));
  }

  @Override
  Told told(ReturnCode code) {
    return switch (code) {
      case GOOD -> new Told(0, "updating %1$s: good: IP address set to %2$s");
      case NOCHG -> new Told(0, "updating %1$s: nochg: No update required");
      case BADAUTH -> new Told(1, "updating %1$s: authorization failed (HTTP/1.1 401");
      // Silent, and tried again at the next occasion.
      case TROUBLE -> new Told(0, "");
      default -> new Told(1, "updating %%1$s: %s: ".formatted(code.word()));
    };
  }
}
