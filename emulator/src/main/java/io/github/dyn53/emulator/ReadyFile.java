package io.github.dyn53.emulator;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.dyn53.emulator.files.AtomicFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;

/**
 * Everything a script needs to use a running emulator; {@code --ready-file} holds it as JSON.
 *
 * @param http where updates go in plain text
 * @param https the same, encrypted
 * @param caFile what a client must trust for {@code https}
 * @param dns address and port of the DNS server, as in {@code 127.0.0.1:5353}
 * @param route53 what {@code aws route53 --endpoint-url} takes
 * @param lambda what {@code aws lambda --endpoint-url} takes
 * @param zones the hosted zones
 * @param host a host that is ready to be updated
 * @param token what updates it: the password, with the host as user name
 */
public record ReadyFile(
    URI http,
    URI https,
    Path caFile,
    String dns,
    URI route53,
    URI lambda,
    List<Zone> zones,
    String host,
    String token) {

  /** Copies the list of zones. */
  public ReadyFile {
    zones = List.copyOf(zones);
  }

  /** A hosted zone: its name without the final dot, its id without {@code /hostedzone/}. */
  public record Zone(String name, String id) {}

  /** Hides the token, so that no log can hold it. */
  @Override
  public String toString() {
    return "ReadyFile[http=%s, host=%s]".formatted(http, host);
  }

  /**
   * Writes the file in one step, readable by its owner only: whoever waits for it finds it whole.
   *
   * @throws IOException if it can't be written
   */
  void write(Path file) throws IOException {
    var json = new JsonMapper();
    ObjectNode root =
        json.createObjectNode()
            .put("http", http.toString())
            .put("https", https.toString())
            .put("caFile", caFile.toAbsolutePath().toString())
            .put("dns", dns)
            .put("route53", route53.toString())
            .put("lambda", lambda.toString());
    var list = root.putArray("zones");
    zones.forEach(zone -> list.addObject().put("name", zone.name()).put("id", zone.id()));
    root.put("host", host).put("token", token);
    AtomicFile.writePrivate(file, root.toPrettyString() + "\n");
  }
}
