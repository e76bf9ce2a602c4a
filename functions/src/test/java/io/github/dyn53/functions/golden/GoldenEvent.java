package io.github.dyn53.functions.golden;

import com.fasterxml.jackson.jr.ob.JSON;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One event of {@code events/} and the reply it must get.
 *
 * @param name the file's name without its ending
 * @param event the text of the event, as Lambda hands it over
 * @param reply the reply, read from JSON
 * @param fault what goes wrong while it is answered
 */
public record GoldenEvent(String name, String event, Map<String, Object> reply, Fault fault) {

  /** The folder, as seen from the folder of any module. */
  static final Path FOLDER = Path.of("..", "events");

  static final String EVENT = ".json";
  static final String REPLY = ".reply.json";

  /** What goes wrong. */
  public enum Fault {
    /** Nothing. */
    NONE,
    /** Route 53 still works on the zone's previous change: the wish is handed over. */
    ROUTE53_BUSY,
    /** DynamoDB can't be read. */
    DYNAMODB_DOWN;

    private static Fault of(String name) {
      return switch (name) {
        case "trouble-route53-busy" -> ROUTE53_BUSY;
        case "trouble-dynamodb-down" -> DYNAMODB_DOWN;
        default -> NONE;
      };
    }
  }

  /** All of them by name. */
  public static List<GoldenEvent> all() {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.endsWith(EVENT) && !file.endsWith(REPLY))
          .sorted()
          .map(file -> file.substring(0, file.length() - EVENT.length()))
          .map(GoldenEvent::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static GoldenEvent read(String name) {
    try {
      return new GoldenEvent(
          name,
          Files.readString(FOLDER.resolve(name + EVENT)),
          JSON.std.mapFrom(Files.readString(FOLDER.resolve(name + REPLY))),
          Fault.of(name));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " needs an event and a reply", e);
    }
  }

  /** The name, which is what a test report shows. */
  @Override
  public String toString() {
    return name;
  }
}
