package io.github.dyn53.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.TestBed;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.HostSettings;
import java.util.Collections;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every name and form that a host name comes in. */
class AskedHostnamesTest {

  private final Wire wire = new Wire();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hostname=home.example.com",
        "Hostname=home.example.com",
        "host_id=home.example.com",
        "domains=home.example.com",
        "domain=home.example.com",
        "host=home.example.com",
        "zone=home.example.com",
        "username=home.example.com",
        "hostname=HOME.Example.COM",
        "hostname=home.example.com.",
        "hostname=home%2Eexample%2ecom",
        "hostname=+home.example.com+",
        "hostname=,home.example.com,",
        "hostname=&host_id=home.example.com",
        "hostname=YES&host_id=home.example.com",
        "hostname=home.example.com&host=other.example.com",
        "hostname=home.example.com&username=router"
      })
  void findsHostname(String query) {
    Handled handled = wire.get("/nic/update?" + query);

    assertThat(handled.reply().body()).isEqualTo("good 9.8.7.6\n");
    assertThat(wire.published()).isEqualTo("9.8.7.6 -");
  }

  @Test
  void takesBasicUserNameForHostname() {
    var headers = Map.of("authorization", Wire.basic("home.example.com", Wire.SECRET));

    assertThat(wire.get("/nic/update", headers).reply().body()).isEqualTo("good 9.8.7.6\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/nic/update",
        "/nic/update?hostname=",
        "/nic/update?hostname=YES",
        "/nic/update?hostname=,"
      })
  void takesTheTokensOnlyHostWhereNoneIsNamed(String target) {
    assertThat(wire.get(target).reply().body()).isEqualTo("good 9.8.7.6\n");
    assertThat(wire.get(target).summary().hosts()).containsExactly(TestBed.HOME);
  }

  @Test
  void answersOneLineForEachHostOfTheToken() {
    var blocked = new Hostname("gone.example.com");
    wire.bed().tokens().put(TestBed.token("gone.example.com", "home.example.com"));

    assertThat(wire.get("/nic/update").reply().body()).isEqualTo("nohost\ngood 9.8.7.6\n");
    assertThat(wire.get("/nic/update").summary().hosts()).containsExactly(blocked, TestBed.HOME);
  }

  /** To leave the name out is no way to take all hosts off the air. */
  @ParameterizedTest
  @ValueSource(
      strings = {"/nic/delete", "/nic/update?offline=YES", "/nic/update?hostname=&offline=YES"})
  void takesNoHostOffTheAirThatIsNotNamed(String target) {
    Handled handled = wire.get(target);

    assertThat(handled.reply().body()).isEqualTo("notfqdn\n");
    assertThat(handled.reply().status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "home",
        "home_1.example.com",
        "-home.example.com",
        "home..example.com",
        "home.example.com..",
        "home.example.com:80",
        "http://home.example.com",
        "home.example.com%00",
        "h%C3%B6me.example.com",
        "%ff.example.com",
        "9.1.2.3",
        "home%20.example.com",
        "a.*.example.com"
      })
  void refusesWhatIsNoHostname(String name) {
    assertThat(wire.get("/nic/update?hostname=" + name).reply().body()).isEqualTo("notfqdn\n");
  }

  @Test
  void answersOneLineForEachNameInOrder() {
    wire.bed().add(new Hostname("lab.example.com"), HostSettings.in(TestBed.ZONE));
    wire.bed().tokens().put(TestBed.token("home.example.com", "lab.example.com"));
    wire.get("/nic/update?hostname=lab.example.com");

    Handled handled =
        wire.get(
            "/nic/update?hostname=unknown.example.com,home.example.com,bad_name,lab.example.com,"
                + "HOME.example.com");

    assertThat(handled.reply().body())
        .isEqualTo("nohost\ngood 9.8.7.6\nnotfqdn\nnochg 9.8.7.6\ngood 9.8.7.6\n");
    assertThat(handled.reply().status()).isEqualTo(200);
    assertThat(handled.summary().outcome()).isEqualTo("nohost,good,notfqdn,nochg");
    assertThat(handled.summary().hosts()).hasSize(4).contains(TestBed.HOME);
  }

  @ParameterizedTest
  @CsvSource({"20, nohost, 20", "21, numhost, 1"})
  void takesTwentyNames(int count, String word, int lines) {
    String names = String.join(",", Collections.nCopies(count, "unknown.example.com"));

    Handled handled = wire.get("/nic/update?hostname=" + names);

    assertThat(handled.reply().body()).isEqualTo((word + "\n").repeat(lines));
    assertThat(handled.reply().status()).isEqualTo(200);
  }

  @Test
  void changesNothingWhereTooManyAreNamed() {
    String names = String.join(",", Collections.nCopies(21, "home.example.com"));

    assertThat(wire.get("/nic/update?hostname=" + names).reply().body()).isEqualTo("numhost\n");
    assertThat(wire.published()).isEqualTo("- -");
  }

  @Test
  void addsNamesOfSeveralParameters() {
    Handled handled = wire.get("/nic/update?hostname=a.example.com&hostname=home.example.com");

    assertThat(handled.reply().body()).isEqualTo("nohost\ngood 9.8.7.6\n");
  }

  @Test
  void updatesWildcardHost() {
    wire.bed().add(new Hostname("*.example.com"), HostSettings.in(TestBed.ZONE));
    wire.bed().tokens().put(TestBed.token("*.example.com"));

    assertThat(wire.get("/nic/update?hostname=%2a.example.com").reply().body())
        .isEqualTo("good 9.8.7.6\n");
  }
}
