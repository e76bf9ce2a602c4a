package io.github.dyn53.emulator.route53;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads fault rules from a JSON file: an array of objects, tried in their order.
 *
 * <pre>{@code
 * [
 *   {"fault": "throttle", "action": "ChangeResourceRecordSets", "times": 3},
 *   {"fault": "latency", "milliseconds": 1500, "zone": "dyn.test", "after": 10}
 * ]
 * }</pre>
 *
 * <table>
 * <caption>Fields of a rule</caption>
 * <tr><th>field</th><th>meaning</th></tr>
 * <tr><td>{@code fault}</td><td>required, one of
 *   {@code throttle} (400 Throttling),
 *   {@code busy} (400 PriorRequestNotComplete),
 *   {@code access-denied} (403),
 *   {@code no-such-zone} (404),
 *   {@code invalid-change-batch} (400),
 *   {@code internal-error} (500),
 *   {@code unavailable} (503),
 *   {@code latency} (performed late),
 *   {@code lost-answer} (performed, then the connection is closed without an answer),
 *   {@code reset} (not performed, the connection is reset)</td></tr>
 * <tr><td>{@code milliseconds}</td><td>how late, 0 to 600000; required with {@code latency}, not allowed without
 *   </td></tr>
 * <tr><td>{@code action}</td><td>the only action that it happens to, as the API names it; absent: any</td></tr>
 * <tr><td>{@code zone}</td><td>the name or id of the only zone that it happens to; absent: any</td></tr>
 * <tr><td>{@code after}</td><td>how many matching calls pass first, 0 if absent</td></tr>
 * <tr><td>{@code times}</td><td>how many matching calls it then happens to; absent: all</td></tr>
 * </table>
 */
final class FaultFile implements FaultSource {
  private static final System.Logger LOG = System.getLogger(FaultFile.class.getName());
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private Optional<State> seen;
  private FaultScript script;

  /** A change that keeps both is missed; editors write a new time stamp. */
  private record State(FileTime modified, long size) {}

  FaultFile(Path file) {
    this.file = file;
    this.seen = state();
    this.script = read();
  }

  @Override
  public FaultScript current() {
    var state = state();
    if (!state.equals(seen)) {
      seen = state;
      try {
        script = read();
      } catch (IllegalArgumentException e) {
        LOG.log(System.Logger.Level.WARNING, "{0}; the faults stay as they were", e.getMessage());
      }
    }
    return script;
  }

  private Optional<State> state() {
    try {
      var attributes = Files.readAttributes(file, BasicFileAttributes.class);
      return Optional.of(new State(attributes.lastModifiedTime(), attributes.size()));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private FaultScript read() {
    try {
      return new FaultScript(rules(JSON.readTree(Files.readString(file))));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("failed to read the faults from " + file, e);
    }
  }

  private List<FaultRule> rules(JsonNode root) {
    if (!root.isArray()) {
      throw new IllegalArgumentException("%s: must be an array of rules".formatted(file));
    }
    var read = new ArrayList<FaultRule>();
    for (var rule : root) {
      read.add(new FaultRuleReader("%s: [%d]".formatted(file, read.size()), rule).read());
    }
    return read;
  }
}
