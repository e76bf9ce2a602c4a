package io.github.dyn53.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.Ipv4Address;
import io.github.dyn53.host.Host;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Nothing lost, nothing stale (design §4), whatever meets whatever. {@code -Ddyn53.schedules=}
 * tells how many runs, {@code -Ddyn53.seed=} replays one of them with all that happens in it.
 */
class InterleavingTest {

  private static final int SCHEDULES = Integer.getInteger("dyn53.schedules", 20_000);

  private static final int MOVES = SCHEDULES / 40;

  /** A checker that needs more runs than this to miss something would miss too much. */
  private static final int SOON = 2_000;

  @Test
  void losesNothingAndTurnsNothingBack() {
    OptionalLong seed =
        seeds().filter(each -> !complaints(each, Sabotage.NONE).isEmpty()).findFirst();

    assertThat(seed.isPresent() ? replay(seed.getAsLong()) : "").isEmpty();
  }

  /** Each has the newest wish in the end, or none was ever saved of it. */
  @Test
  void movesHouseOfFiftyHostsInThreeZonesWhole() {
    int moved = 0;
    for (long seed = 0; seed < MOVES; seed++) {
      var run = new Interleaving(seed, Drawing::moves, Sabotage.NONE, Simulation.Log.NONE);

      assertThat(run.run()).as("seed %d", seed).isEmpty();

      // Saved in two transactions: the router and its first 49, then the last.
      assertThat(run.hosts().stream().map(InterleavingTest::move).distinct().count())
          .as("seed %d", seed)
          .isLessThanOrEqualTo(2);
      moved += run.hosts().stream().allMatch(Host::isSettled) ? 1 : 0;
    }
    assertThat(moved).isEqualTo(MOVES);
  }

  /** Which of the requests a host's address tells of. */
  private static String move(Host host) {
    return host.wanted().ipv4().map(Ipv4Address::text).orElse("none");
  }

  @Test
  void runsTheSameForTheSameSeed() {
    LongStream.range(0, 20).forEach(seed -> assertThat(replay(seed)).isEqualTo(replay(seed)));
  }

  @Test
  void missesTheLease() {
    assertThat(complaintsSoon(Sabotage.NO_LEASE, "")).isNotEmpty();
  }

  @Test
  void missesTheVersionCondition() {
    assertThat(complaintsSoon(Sabotage.NO_VERSION_CONDITION, "")).isNotEmpty();
  }

  @Test
  void missesTheHandOver() {
    assertThat(complaintsSoon(Sabotage.NO_HAND_OVER, "")).isNotEmpty();
  }

  @Test
  void missesWhatExpiryMakesPending() {
    assertThat(complaintsSoon(Sabotage.EXPIRY_NOT_PENDING, "the zone holds")).isNotEmpty();
  }

  @Test
  void missesExpiry() {
    assertThat(complaintsSoon(Sabotage.NO_EXPIRY, "still has")).isNotEmpty();
  }

  @Test
  void missesSightOfAClient() {
    assertThat(complaintsSoon(Sabotage.NOT_SEEN, "was heard of")).isNotEmpty();
  }

  @Test
  void missesSilence() {
    assertThat(complaintsSoon(Sabotage.NO_SILENCE, "silence was not seen to")).isNotEmpty();
  }

  @Test
  void missesTheSplitOfRefusedBatch() {
    assertThat(complaintsSoon(Sabotage.NOT_SPLIT, "was refused")).isNotEmpty();
    assertThat(complaintsSoon(Sabotage.NOT_SPLIT, "is still pending")).isNotEmpty();
  }

  @Test
  void missesWordOfRefusal() {
    assertThat(complaintsSoon(Sabotage.REFUSAL_NOT_SAID, "still pending, and says Optional.empty"))
        .isNotEmpty();
  }

  @Test
  void missesTheLimitsOfToken() {
    assertThat(complaintsSoon(Sabotage.NO_LIMITS, "more often than it may")).isNotEmpty();
    assertThat(complaintsSoon(Sabotage.NO_LIMITS, "more hosts at once than it may")).isNotEmpty();
    assertThat(complaintsSoon(Sabotage.NO_LIMITS, "more challenges")).isNotEmpty();
  }

  @Test
  void missesThatAnAliasIsLeftAlone() {
    assertThat(complaintsSoon(Sabotage.ALIAS_NOT_SEEN, "somebody else put there was touched"))
        .isNotEmpty();
  }

  @Test
  void missesThatForeignRecordsAreLeftAlone() {
    assertThat(complaintsSoon(Sabotage.FOREIGN_TAKEN_FOR_OWN, "a foreign record set was touched"))
        .isNotEmpty();
  }

  @Test
  void missesThatDriftIsOnlyReported() {
    assertThat(complaintsSoon(Sabotage.ALWAYS_REPAIRED, "somebody else put there was touched"))
        .isNotEmpty();
  }

  @Test
  void missesTheRepairOfDrift() {
    assertThat(complaintsSoon(Sabotage.NEVER_REPAIRED, "drift was not repaired")).isNotEmpty();
  }

  @Test
  void missesWordOfDrift() {
    assertThat(complaintsSoon(Sabotage.DRIFT_NOT_SAID, "drift was not reported")).isNotEmpty();
  }

  private static List<String> complaintsSoon(Sabotage sabotage, String about) {
    return LongStream.range(0, SOON)
        .mapToObj(seed -> complaints(seed, sabotage))
        .map(all -> all.stream().filter(complaint -> complaint.contains(about)).toList())
        .filter(complaints -> !complaints.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  private static LongStream seeds() {
    Long one = Long.getLong("dyn53.seed");
    return one == null ? LongStream.range(0, SCHEDULES) : LongStream.of(one);
  }

  private static List<String> complaints(long seed, Sabotage sabotage) {
    return new Interleaving(seed, sabotage, Simulation.Log.NONE).run();
  }

  /** All that happens in a run, and what is wrong with it. */
  private static String replay(long seed) {
    List<String> lines = new ArrayList<>();
    lines.add("seed " + seed);
    List<String> complaints =
        new Interleaving(
                seed,
                Sabotage.NONE,
                (time, actor, label) ->
                    lines.add("%10.3f s  %s  %s".formatted(time.toNanos() / 1e9, actor, label)))
            .run();
    lines.addAll(complaints);
    return String.join("\n", lines);
  }
}
