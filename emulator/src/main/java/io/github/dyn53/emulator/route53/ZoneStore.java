package io.github.dyn53.emulator.route53;

import java.io.UncheckedIOException;
import java.util.List;

/** Where zones are between two runs of the process. */
interface ZoneStore {
  /** Nowhere. */
  ZoneStore NONE =
      new ZoneStore() {
        @Override
        public List<HostedZone> load() {
          return List.of();
        }

        @Override
        public void save(List<HostedZone> zones) {}
      };

  /**
   * The zones as they were last saved; none if they never were.
   *
   * @throws UncheckedIOException if they cannot be read
   */
  List<HostedZone> load();

  /**
   * Keeps these zones instead of those that were kept.
   *
   * @throws UncheckedIOException if they could not be written; then the older ones are still kept
   */
  void save(List<HostedZone> zones);
}
