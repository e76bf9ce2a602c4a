package io.github.dyn53.functions.dynamodb;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.Actor;
import io.github.dyn53.host.Change;
import io.github.dyn53.host.ChangeKind;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** A line of history as an item of the table Changes. */
final class ChangeItem {

  static final String NAME = "name";
  static final String TIME = "time";

  /** More than a year, so that a person can look at the same week of the year before. */
  private static final Duration KEPT = Duration.ofDays(400);

  private static final long VERSION_BASE = 1_000_000_000_000L;

  private ChangeItem() {}

  static Map<String, AttributeValue> write(Change change) {
    return new Attributes()
        .text(NAME, change.hostname().value())
        .text(TIME, sortKey(change))
        .number("version", change.version())
        .text("kind", change.kind().name())
        .map("from", AddressItem.write(change.from()))
        .map("to", AddressItem.write(change.to()))
        .text("by", change.by().name())
        .text("client", change.by().client())
        .text("source", change.by().source())
        .text("note", change.note())
        .number("expires", change.at().plus(KEPT).getEpochSecond())
        .present();
  }

  /** Time to the millisecond and the version, each always as long, so that they sort as text. */
  private static String sortKey(Change change) {
    String time = change.at().truncatedTo(ChronoUnit.MILLIS).toString();
    String even = time.indexOf('.') < 0 ? time.replace("Z", ".000Z") : time;
    return even + "#" + Long.toString(VERSION_BASE + change.version()).substring(1);
  }

  static Change read(Map<String, AttributeValue> attributes) {
    var item = new Item("change", attributes);
    return new Change(
        item.read(NAME, Hostname::new),
        item.read(TIME, text -> Instant.parse(text.substring(0, text.indexOf('#')))),
        item.number("version"),
        item.read("kind", ChangeKind::valueOf),
        AddressItem.read(item.map("from")),
        AddressItem.read(item.map("to")),
        new Actor(item.text("by"), item.text("client"), item.text("source")),
        item.text("note"));
  }
}
