package io.github.dyn53.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A secret is in the request and nowhere else. */
class SecrecyTest {

  private final Wire wire = new Wire();

  private static List<WebRequest> requests() {
    return List.of(
        request("/nic/update?hostname=home.example.com", Wire.BASIC),
        request(
            "/nic/update?hostname=home.example.com",
            Map.of("authorization", "Bearer " + Wire.SECRET)),
        request("/nic/update?hostname=home.example.com&token=" + Wire.SECRET, Map.of()),
        request("/nic/update?hostname=home.example.com&password=" + Wire.SECRET, Map.of()),
        request("/u/" + Wire.SECRET + "/nic/update?hostname=home.example.com", Map.of()),
        request("/u/" + Wire.SECRET + "/nowhere", Map.of()),
        request("/nic/update?username=" + Wire.SECRET, Wire.BASIC),
        request("/nic/update?hostname=" + Wire.SECRET + ".com", Map.of()));
  }

  private static WebRequest request(String target, Map<String, String> headers) {
    return Wire.request("9.8.7.6", "GET", target, headers, "token=" + Wire.SECRET);
  }

  @Test
  void isInNoReplyAndNoSummary() {
    var doors = wire.bed().doors();

    for (WebRequest request : requests()) {
      assertThat(doors.handle(request).toString()).doesNotContain(Wire.SECRET);
    }
  }

  @Test
  void isInNoText() {
    for (WebRequest request : requests()) {
      Parameters parameters = Parameters.of(request);
      assertThat(request.toString()).doesNotContain(Wire.SECRET).doesNotContain("Basic");
      assertThat(parameters.toString()).doesNotContain(Wire.SECRET);
      assertThat(ShownSecret.of(request, parameters, Optional.of(Wire.SECRET)).toString())
          .doesNotContain(Wire.SECRET);
    }
    assertThat(TestBed.token("home.example.com").toString()).doesNotContain(Wire.SECRET);
  }

  @Test
  void isInNoHistory() {
    requests().forEach(wire.bed().doors()::handle);

    assertThat(wire.bed().history(TestBed.HOME).toString()).doesNotContain(Wire.SECRET);
    assertThat(wire.bed().host(TestBed.HOME).toString()).doesNotContain(Wire.SECRET);
  }
}
