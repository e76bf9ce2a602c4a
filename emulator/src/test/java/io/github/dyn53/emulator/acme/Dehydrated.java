package io.github.dyn53.emulator.acme;

import io.github.dyn53.emulator.clients.RealProgram;
import io.github.dyn53.emulator.clients.RunningProgram;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** dehydrated with a hook that calls curl. */
final class Dehydrated implements AcmeClient {

  private final RealProgram dehydrated = RealProgram.require("dehydrated", "dehydrated");

  @Override
  public RunningProgram order(Order order) {
    return run(order);
  }

  @Override
  public RunningProgram renew(Order order) {
    return run(order, "--force");
  }

  @Override
  public Path chain(Order order) {
    return order.folder().resolve("certs").resolve(order.host()).resolve("fullchain.pem");
  }

  private RunningProgram run(Order order, String... options) {
    String file =
        order.write(
            "dehydrated.conf",
            """
            CA="%s"
            CHALLENGETYPE="dns-01"
            HOOK="%s"
            BASEDIR="%s"
            CURL_OPTS="--cacert %s"
            """
                .formatted(order.server(), hook(order), order.folder(), order.caFile()));
    List<String> arguments = new ArrayList<>(List.of("--cron", "--accept-terms", "--config", file));
    arguments.addAll(List.of("--domain", order.host(), "--domain", order.wildcard()));
    arguments.addAll(List.of(options));
    return dehydrated.start(order.folder(), "", arguments);
  }

  private static String hook(Order order) {
    return order.writeProgram(
        "hook",
        """
        #!/bin/sh
        # The name and the value are the second and the fourth word; it asks for other deeds, too.
        case $1 in
          deploy_challenge) deed=present ;;
          clean_challenge) deed=cleanup ;;
          *) exit 0 ;;
        esac
        exec curl -K "%s" --url "%s/httpreq/$deed" \\
          --data "{\\"fqdn\\": \\"_acme-challenge.$2.\\", \\"value\\": \\"$4\\"}"
        """
            .formatted(order.writeCurlFile(), order.dyn53()));
  }
}
