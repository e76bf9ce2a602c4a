package io.github.dyn53.protocol;

import static io.github.dyn53.TestBed.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.SpecialPurpose;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Requests of real clients, broken at random. {@code -Ddyn53.hostile.requests} raises their number,
 * {@code -Ddyn53.hostile.seed} repeats or varies them.
 */
class HostileInputTest {

  private static final int REQUESTS = Integer.getInteger("dyn53.hostile.requests", 100_000);
  private static final long SEED = Long.getLong("dyn53.hostile.seed", 53);

  private static final Set<Integer> STATUSES = Set.of(200, 400, 401, 403, 404, 405, 413, 429, 503);

  private static final List<String> TARGETS =
      List.of(
          "/nic/update?system=dyndns&hostname=home.example.com&myip=9.1.2.3",
          "/nic/update?hostname=home.example.com&myip=9.1.2.3,2600:1:2::3&wildcard=ON",
          "/v3/update?hostname=home.example.com&myip=2600%3a1%3a2%3a%3a3/64",
          "/u/" + Wire.SECRET + "/nic/update?host_id=home.example.com&ipv4=auto&ipv6=preserve",
          "//nic//update?username=home.example.com&password=" + Wire.SECRET,
          "/nic/delete?hostname=home.example.com,*.example.com,unknown.example.com",
          "/checkip?token=" + Wire.SECRET,
          "/?offline=YES",
          "/update?domains=home&verbose=true&ip=9.1.2.3&ipv6=2600::1&token=" + Wire.SECRET,
          "/update/home/" + Wire.SECRET + "/9.1.2.3",
          "/httpreq/present",
          "/register?hostname=home.example.com",
          "/api/probe?port=443");

  private static final List<String> HOSTILE =
      List.of(
          "%",
          "%00",
          "%ff",
          "%u0041",
          "&",
          "=",
          "&&",
          "?",
          "/",
          "//",
          ",",
          ",,",
          ".",
          "..",
          ":",
          "::",
          "*",
          "\\052",
          "\u0000",
          "\r\n",
          "\uD800",
          "\uFFFD",
          "ö",
          "%c3%b6",
          "-",
          "preserve",
          "auto",
          "10.0.0.1",
          "100.64.0.1",
          "::1",
          "999999999999",
          "hostname=",
          "myip=",
          "token=",
          "offline=YES",
          "good",
          "<script>",
          "'\"",
          "${jndi:x}",
          " ",
          "+",
          "\t",
          "/64",
          "/999");

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Wire wire = new Wire();

  @Test
  void answersEveryBrokenRequest() {
    for (int i = 0; i < REQUESTS; i++) {
      WebRequest request = brokenRequest();
      Addresses before = wire.bed().host(HOME).wanted();
      try {
        check(wire.handle(request), before);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed %d, request %d: %s".formatted(SEED, i, all(request)), e);
      }
    }
  }

  private void check(Handled handled, Addresses before) {
    WebReply reply = handled.reply();
    assertThat(STATUSES.contains(reply.status())).isTrue();
    assertThat(reply.body().length() < 4096 && reply.body().indexOf('\r') < 0).isTrue();
    Addresses after = wire.bed().host(HOME).wanted();
    if (!after.equals(before)) {
      assertThat(handled.summary().verdicts()).contains(Verdict.UPDATED);
      for (Family family : Family.values()) {
        assertThat(after.of(family).flatMap(SpecialPurpose::of)).isEmpty();
      }
    }
    if (handled.summary().verdicts().contains(Verdict.UPDATED)) {
      assertThat(reply.body()).containsPattern("good|^OK|^\\{");
    }
  }

  private WebRequest brokenRequest() {
    String target = broken(pick(TARGETS));
    String authorization =
        random.nextInt(3) == 0
            ? Wire.basic("router", Wire.SECRET)
            : broken(pick(List.of(Wire.basic("router", Wire.SECRET), "Bearer " + Wire.SECRET)));
    String client = broken("ddclient/3.10.0");
    Map<String, String> headers =
        Map.of(
            "authorization", authorization,
            "user-agent", client,
            "content-type", pick(List.of("application/x-www-form-urlencoded", "text/plain")));
    String method = pick(List.of("GET", "GET", "POST", "HEAD", "PUT", "", "get"));
    return Wire.request(
        pick(List.of("9.8.7.6", "2600::9", "10.0.0.1")), method, target, headers, broken(target));
  }

  /** Up to four cuts, copies, insertions or exchanged characters. */
  private String broken(String text) {
    var broken = new StringBuilder(text);
    for (int i = random.nextInt(5); i > 0; i--) {
      int at = random.nextInt(broken.length() + 1);
      int end = Math.min(broken.length(), at + random.nextInt(8));
      switch (random.nextInt(4)) {
        case 0 -> broken.delete(at, end);
        case 1 -> broken.insert(at, broken.substring(at, end));
        case 2 -> broken.insert(at, pick(HOSTILE));
        default -> broken.replace(at, end, String.valueOf((char) random.nextInt(0x180)));
      }
    }
    return broken.toString();
  }

  private String pick(List<String> texts) {
    return texts.get(random.nextInt(texts.size()));
  }

  private static String all(WebRequest request) {
    return String.join(
        " ", request.method(), request.path(), request.query(), "" + request.headers());
  }
}
