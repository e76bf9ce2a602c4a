package io.github.dyn53.emulator.faults;

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
 *   an error of the service such as {@code throttle},
 *   {@code latency} (performed late),
 *   {@code lost-answer} (performed, then the connection is closed without an answer),
 *   {@code reset} (not performed, the connection is reset),
 *   where functions have processes of their own {@code kill} (not performed, the process that makes the call is
 *   killed) and {@code kill-after} (performed, then it is killed)</td></tr>
 * <tr><td>{@code milliseconds}</td><td>how late, 0 to 600000; required with {@code latency}, not allowed without
 *   </td></tr>
 * <tr><td>{@code action}</td><td>the only action that it happens to, as the API names it; absent: any</td></tr>
 * <tr><td>{@code zone}</td><td>where the service has them: the name or id of the only zone that it happens to; absent:
 *   any</td></tr>
 * <tr><td>{@code function}</td><td>where functions have processes of their own: the only one whose calls it happens to,
 *   such as {@code PublishFunction}; absent: any</td></tr>
 * <tr><td>{@code after}</td><td>how many matching calls pass first, 0 if absent</td></tr>
 * <tr><td>{@code times}</td><td>how many matching calls it then happens to; absent: all</td></tr>
 * <tr><td>{@code percent}</td><td>the share of those calls that it happens to, 1 to 100; absent: 100</td></tr>
 * </table>
 */
final class FaultFile<E extends Enum<E>> implements FaultSource<E> {
  private static final System.Logger LOG = System.getLogger(FaultFile.class.getName());
  private static final JsonMapper JSON = new JsonMapper();

  private final Path file;
  private final FaultWords<E> words;
  private Optional<State> seen;
  private FaultScript<E> script;

  /** A change that keeps both is missed; editors write a new time stamp. */
  private record State(FileTime modified, long size) {}

  FaultFile(Path file, FaultWords<E> words) {
    this.file = file;
    this.words = words;
    this.seen = state();
    this.script = read();
  }

  @Override
  public FaultScript<E> current() {
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

  private FaultScript<E> read() {
    try {
      return ServiceFaults.script(rules(JSON.readTree(Files.readString(file))));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "%s is not JSON: %s".formatted(file, e.getOriginalMessage()), e);
    } catch (IOException e) {
      throw new IllegalArgumentException("failed to read the faults from " + file, e);
    }
  }

  private List<FaultRule<E>> rules(JsonNode root) {
    if (!root.isArray()) {
      throw new IllegalArgumentException("%s: must be an array of rules".formatted(file));
    }
    var read = new ArrayList<FaultRule<E>>();
    for (var rule : root) {
      read.add(new FaultRuleReader<>("%s: [%d]".formatted(file, read.size()), rule, words).read());
    }
    return read;
  }
}
