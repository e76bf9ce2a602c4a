package io.github.dyn53.emulator.acme;

import io.github.dyn53.emulator.clients.RealProgram;
import io.github.dyn53.emulator.clients.RunningProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** lego with its provider {@code httpreq}, as Traefik has it built in. */
final class Lego implements AcmeClient {

  /** More days than pebble's certificates last: every one of them is due. */
  private static final String DUE = "100000";

  private final RealProgram lego = RealProgram.require("lego", "lego");

  @Override
  public RunningProgram order(Order order) {
    return run(order, "run");
  }

  @Override
  public RunningProgram renew(Order order) {
    return run(order, "renew", "--no-random-sleep", "--days", DUE);
  }

  @Override
  public Path chain(Order order) {
    return order.folder().resolve("lego/certificates").resolve(order.host() + ".crt");
  }

  /** It doesn't look at the zone itself: its servers have to be at port 53. */
  private RunningProgram run(Order order, String... command) {
    List<String> arguments = new ArrayList<>(List.of("--accept-tos", "--email", "me@dyn.test"));
    arguments.addAll(List.of("--server", order.server().toString()));
    arguments.addAll(List.of("--path", order.folder().resolve("lego").toString()));
    arguments.addAll(List.of("--dns", "httpreq", "--dns.disable-cp"));
    arguments.addAll(List.of("--domains", order.host(), "--domains", order.wildcard()));
    arguments.addAll(List.of(command));
    return lego.with(
            Map.of(
                "SSL_CERT_FILE", order.caFile().toString(),
                "LEGO_CA_CERTIFICATES", order.caFile().toString(),
                "HTTPREQ_ENDPOINT", order.dyn53() + "/httpreq",
                "HTTPREQ_USERNAME", order.host(),
                "HTTPREQ_PASSWORD", order.token()))
        .start(order.folder(), "", arguments);
  }
}
