package io.github.dyn53.emulator.route53;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.xbill.DNS.Name;

/** Keeps zones in one JSON file, which is replaced as a whole at every change. */
final class ZoneFile implements ZoneStore {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final Path file;

  ZoneFile(Path folder) {
    this.file = folder.resolve("zones.json");
  }

  private record Zone(
      String id,
      String name,
      String callerReference,
      String comment,
      List<String> nameServers,
      List<Records> recordSets) {}

  private record Records(String name, RecordType type, long ttl, List<String> values) {}

  private record Document(List<Zone> zones) {}

  @Override
  public List<HostedZone> load() {
    try {
      if (Files.notExists(file)) {
        Files.createDirectories(file.toAbsolutePath().getParent());
        return List.of();
      }
      return JSON.readValue(file.toFile(), Document.class).zones().stream()
          .map(this::zone)
          .toList();
    } catch (JsonProcessingException e) {
      throw malformed(e);
    } catch (IOException e) {
      throw new UncheckedIOException("failed to read the hosted zones from " + file, e);
    }
  }

  private HostedZone zone(Zone zone) {
    var description =
        new ZoneDescription(
            zone.id(),
            name(zone.name()),
            zone.callerReference(),
            zone.comment(),
            zone.nameServers());
    return new HostedZone(
        description, ZoneRecords.of(zone.recordSets().stream().map(this::recordSet).toList()));
  }

  private RecordSet recordSet(Records records) {
    var name = name(records.name());
    try {
      for (var value : records.values()) {
        RecordValues.read(name, records.type(), records.ttl(), value);
      }
    } catch (InvalidValueException e) {
      throw malformed(e);
    }
    return new RecordSet(name, records.type(), records.ttl(), records.values());
  }

  private Name name(String text) {
    try {
      return Names.read(text);
    } catch (InvalidValueException e) {
      throw malformed(e);
    }
  }

  private UncheckedIOException malformed(Exception cause) {
    return new UncheckedIOException(
        new IOException(
            "not a file of hosted zones: %s: %s".formatted(file, cause.getMessage()), cause));
  }

  @Override
  public void save(List<HostedZone> zones) {
    var temporary = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.write(
          temporary,
          JSON.writeValueAsBytes(new Document(zones.stream().map(ZoneFile::document).toList())));
      try (var channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
        channel.force(true);
      }
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("failed to write the hosted zones to " + file, e);
    }
  }

  private static Zone document(HostedZone zone) {
    var description = zone.description();
    return new Zone(
        description.id(),
        Names.text(description.name()),
        description.callerReference(),
        description.comment(),
        description.nameServers(),
        zone.records().stream().map(ZoneFile::document).toList());
  }

  private static Records document(RecordSet recordSet) {
    return new Records(
        Names.text(recordSet.name()), recordSet.type(), recordSet.ttl(), recordSet.values());
  }
}
