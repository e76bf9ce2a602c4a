package io.github.dyn53.emulator.acme;

import io.github.dyn53.emulator.clients.RealProgram;
import io.github.dyn53.emulator.clients.RunningProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** certbot with its manual hooks, which call curl. */
final class Certbot implements AcmeClient {

  private static final String HOOK =
      """
      #!/bin/sh
      exec curl -K "%s" --url "%s/httpreq/%s" \\
        --data "{\\"fqdn\\": \\"_acme-challenge.$CERTBOT_DOMAIN.\\", \\"value\\": \\"$CERTBOT_VALIDATION\\"}"
      """;

  private final RealProgram certbot = RealProgram.require("certbot", "certbot");

  @Override
  public RunningProgram order(Order order) {
    String curlFile = order.writeCurlFile();
    return run(
        order,
        "certonly",
        "--manual",
        "--preferred-challenges",
        "dns",
        "--manual-auth-hook",
        order.writeProgram("present", HOOK.formatted(curlFile, order.dyn53(), "present")),
        "--manual-cleanup-hook",
        order.writeProgram("cleanup", HOOK.formatted(curlFile, order.dyn53(), "cleanup")),
        "--agree-tos",
        "--register-unsafely-without-email",
        "--domain",
        order.host(),
        "--domain",
        order.wildcard());
  }

  /** It has kept what the order said. */
  @Override
  public RunningProgram renew(Order order) {
    return run(order, "renew", "--force-renewal", "--no-random-sleep-on-renew");
  }

  @Override
  public Path chain(Order order) {
    return order.folder().resolve("config/live").resolve(order.host()).resolve("fullchain.pem");
  }

  private RunningProgram run(Order order, String... command) {
    List<String> arguments = new ArrayList<>(List.of(command));
    arguments.addAll(List.of("--non-interactive", "--server", order.server().toString()));
    for (String kind : List.of("config", "work", "logs")) {
      arguments.addAll(List.of("--" + kind + "-dir", order.folder().resolve(kind).toString()));
    }
    return certbot
        .with(Map.of("REQUESTS_CA_BUNDLE", order.caFile().toString()))
        .start(order.folder(), "", arguments);
  }
}
