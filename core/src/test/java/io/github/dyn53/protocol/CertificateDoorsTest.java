package io.github.dyn53.protocol;

import static io.github.dyn53.TestBed.HOME;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.access.Grant;
import io.github.dyn53.access.Limits;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.host.Challenge;
import io.github.dyn53.memory.InMemoryZones;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** httpreq and acme-dns: challenges of {@code home.example.com}. */
class CertificateDoorsTest {

  private static final String NAME = "_acme-challenge.home.example.com";
  private static final String VALUE = "LHDhK3oGRvkiefQnx7OOczTY5Tic_xZ6HcMOc_gmtoM";
  private static final String OTHER = "MHDhK3oGRvkiefQnx7OOczTY5Tic_xZ6HcMOc_gmtoM";
  private static final String BODY = "{\"fqdn\": \"%s.\", \"value\": \"%s\"}";

  private final Wire wire = new Wire();

  @BeforeEach
  void grantChallenges() {
    wire.bed().grant(Set.of(RecordType.A, RecordType.AAAA, RecordType.TXT));
  }

  private WebReply post(String path, String body) {
    return wire.send("POST", path, Wire.BASIC, body).reply();
  }

  private List<String> challenges() {
    return wire.bed().records(NAME, RecordType.TXT);
  }

  @Test
  void publishesAndTakesAwayTheValuesOfNameAndWildcard() {
    assertThat(post("/httpreq/present", BODY.formatted(NAME, VALUE)).status()).isEqualTo(200);
    assertThat(post("/httpreq/present", BODY.formatted(NAME, OTHER)).status()).isEqualTo(200);
    assertThat(challenges()).containsExactly('"' + VALUE + '"', '"' + OTHER + '"');

    assertThat(post("/httpreq/cleanup", BODY.formatted(NAME, VALUE)).status()).isEqualTo(200);
    assertThat(challenges()).containsExactly('"' + OTHER + '"');

    assertThat(post("/httpreq/cleanup", BODY.formatted(NAME, OTHER)).status()).isEqualTo(200);
    assertThat(challenges()).isEmpty();
  }

  /** acme.sh's acmeproxy looks for its value in the reply. */
  @Test
  void repeatsTheValueAndTellsHowFarTheNameServersAre() {
    assertThat(post("/httpreq/present", BODY.formatted(NAME, VALUE)).body())
        .isEqualTo(
            "{\"fqdn\": \"%s.\", \"value\": \"%s\", \"status\": \"INSYNC\"}"
                .formatted(NAME, VALUE));
  }

  /** The example of RFC 8555 section 8.4's digest, over the text "key". */
  @Test
  void digestsTheKeyAuthorizationOfRawRequests() {
    String body = "{\"domain\": \"*.home.example.com\", \"token\": \"t\", \"keyAuth\": \"key\"}";

    assertThat(post("/httpreq/present", body).status()).isEqualTo(200);

    assertThat(challenges()).containsExactly("\"LHDhK3oGRvkiefQnx7OOczTY5Tic_xZ6HcMOc_gmtoM\"");
  }

  @Test
  void speaksAcmeDns() {
    var headers =
        Map.of(
            "x-api-user", "eabcdb41-d89f-4580-826f-3e62e9755ef2",
            "x-api-key", Wire.SECRET,
            "content-type", "application/x-www-form-urlencoded");
    String body = "{\"subdomain\":\"home.example.com\", \"txt\": \"%s\"}".formatted(VALUE);

    WebReply reply = wire.send("POST", "/update", headers, body).reply();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.body()).startsWith("{\"txt\": \"" + VALUE + "\"");
    assertThat(challenges()).containsExactly('"' + VALUE + '"');
  }

  @Test
  void keepsTheNewestWhereThereAreTooMany() {
    for (int number = 0; number <= Limits.MOST_CHALLENGES; number++) {
      post("/httpreq/present", BODY.formatted(NAME, "value" + number));
    }

    assertThat(challenges())
        .hasSize(Limits.MOST_CHALLENGES)
        .contains("\"value" + Limits.MOST_CHALLENGES + "\"")
        .doesNotContain("\"value0\"");
  }

  /** To take a value away is always allowed, and never counts. */
  @Test
  void asksToComeBackLaterAfterTooManyChanges() {
    wire.bed().limit(2);
    post("/httpreq/present", BODY.formatted(NAME, VALUE));
    post("/httpreq/cleanup", BODY.formatted(NAME, VALUE));
    post("/httpreq/present", BODY.formatted(NAME, VALUE));

    Handled handled =
        wire.send("POST", "/httpreq/present", Wire.BASIC, BODY.formatted(NAME, OTHER));

    assertThat(handled.reply().status()).isEqualTo(429);
    assertThat(handled.reply().headers()).containsEntry("retry-after", "3600");
    assertThat(handled.summary().outcome()).isEqualTo("abuse");
    assertThat(post("/httpreq/present", BODY.formatted(NAME, VALUE)).status()).isEqualTo(200);
    assertThat(post("/httpreq/cleanup", BODY.formatted(NAME, VALUE)).status()).isEqualTo(200);
    assertThat(challenges()).isEmpty();
  }

  @Test
  void refusesMoreThanTheTokenMayHave() {
    wire.bed().limit(new Limits(60, 1, 98));
    post("/httpreq/present", BODY.formatted(NAME, VALUE));

    WebReply reply = post("/httpreq/present", BODY.formatted(NAME, OTHER));

    assertThat(reply.status()).isEqualTo(429);
    assertThat(challenges()).containsExactly('"' + VALUE + '"');
    assertThat(post("/httpreq/present", BODY.formatted(NAME, VALUE)).status()).isEqualTo(200);
    assertThat(post("/httpreq/cleanup", BODY.formatted(NAME, VALUE)).status()).isEqualTo(200);
  }

  @Test
  void takesAwayWhatItsClientForgets() {
    post("/httpreq/present", BODY.formatted(NAME, VALUE));
    wire.bed().clock().advance(Challenge.LASTS.plus(Duration.ofMinutes(1)));

    wire.bed().sweep();

    assertThat(challenges()).isEmpty();
  }

  @Test
  void leavesTheAddressesAlone() {
    wire.get(Wire.UPDATE + "&myip=9.1.2.3");
    post("/httpreq/present", BODY.formatted(NAME, VALUE));
    post("/httpreq/cleanup", BODY.formatted(NAME, VALUE));

    assertThat(wire.published()).isEqualTo("9.1.2.3 -");
  }

  @Test
  void writesForNobodyWhoMayUpdateAddressesOnly() {
    wire.bed().grant(Grant.ADDRESSES);

    assertThat(post("/httpreq/present", BODY.formatted(NAME, VALUE)).status()).isEqualTo(403);
    assertThat(challenges()).isEmpty();
  }

  @Test
  void saysSoWhereTheZoneDoesNotHaveIt() {
    wire.bed().zones().failNext(InMemoryZones.Fault.REFUSED);

    WebReply reply = post("/httpreq/present", BODY.formatted(NAME, VALUE));

    assertThat(reply.status()).isEqualTo(503);
    assertThat(reply.body()).doesNotContain(VALUE);
  }

  @Test
  void asksToComeBackLaterForHostThatIsSpoilt() {
    wire.bed().hosts().spoil(HOME, "no TTL");

    assertThat(post("/httpreq/present", BODY.formatted(NAME, VALUE)).status()).isEqualTo(503);

    wire.bed().hosts().mend(HOME);
    assertThat(post("/httpreq/present", BODY.formatted(NAME, VALUE)).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /httpreq/present | {"fqdn":"home.example.com.","value":"x"}                | 400
          /httpreq/present | {"fqdn":"_acme-challenge.*.example.com.","value":"x"}   | 400
          /httpreq/present | {"fqdn":"_acme-challenge.home.example.com."}            | 400
          /httpreq/present | {"fqdn":"_acme-challenge.home.example.com.","value":""} | 400
          /httpreq/present | no json                                                 | 400
          /httpreq/present | {"fqdn":"_acme-challenge.other.example.com.","value":"x"} | 403
          /update          | {"subdomain":"home.example.com","txt":"short"}          | 400
          /update          | {"subdomain":"home","txt":"LHDhK3oGRvkiefQnx7OOczTY5Tic_xZ6HcMOc_gmtoM"} | 400
          """)
  void refusesWhatItCanNotRead(String path, String body, int status) {
    assertThat(post(path, body).status()).isEqualTo(status);
    assertThat(challenges()).isEmpty();
  }

  /** A secret of the right form is nobody's until its token is found. */
  @ParameterizedTest
  @CsvSource({"/httpreq/present", "/httpreq/cleanup", "/update", "/register"})
  void tellsStrangersNothingOfWhatIsWrongEither(String path) {
    var stranger = Map.of("authorization", Wire.basic("nobody", "z".repeat(32)));

    WebReply reply = wire.send("POST", path, stranger, "no json").reply();

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body()).isEqualTo("{\"error\": \"forbidden\"}");
  }

  @ParameterizedTest
  @CsvSource({"/httpreq/present", "/httpreq/cleanup", "/update", "/register"})
  void tellsStrangersNothing(String path) {
    WebReply reply = wire.send("POST", path, Map.of(), BODY.formatted(NAME, VALUE)).reply();

    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body()).isEqualTo("{\"error\": \"forbidden\"}");
  }

  @Test
  void registersNobodyButTheTokensOwnHost() {
    var owner = Map.of("authorization", Wire.basic("home.example.com", Wire.SECRET));

    WebReply reply = wire.send("POST", "/register", owner, "").reply();

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.body())
        .startsWith("{\"username\": \"")
        .contains("\"password\": \"" + Wire.SECRET + "\"")
        .contains("\"subdomain\": \"home.example.com\"")
        .contains("\"fulldomain\": \"" + NAME + "\"");
    wire.bed().grant(Grant.ADDRESSES);
    assertThat(wire.send("POST", "/register", owner, "").reply().status()).isEqualTo(403);
  }

  /** The account's password is the secret that was looked at, whatever else the request shows. */
  @Test
  void registersWithTheKeyThatLetItIn() {
    String other = "a".repeat(32);
    var headers =
        Map.of("x-api-key", Wire.SECRET, "authorization", Wire.basic("home.example.com", other));

    WebReply reply = wire.send("POST", "/register", headers, "").reply();
    WebReply bare =
        wire.send(
                "POST", "/register?hostname=home.example.com", Map.of("x-api-key", Wire.SECRET), "")
            .reply();

    assertThat(reply.status()).isEqualTo(201);
    assertThat(reply.body()).contains(Wire.SECRET).doesNotContain(other);
    assertThat(bare.status()).isEqualTo(201);
    assertThat(bare.body()).isEqualTo(reply.body());
  }

  /** Who is told that a restriction is there relies on it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                                   | 201 | "allowfrom": []}
          null                                 | 201 | "allowfrom": []}
          {}                                   | 201 | "allowfrom": []}
          {"allowfrom": []}                    | 201 | "allowfrom": []}
          {"allowfrom": ["10.0.0.0/8"]}        | 400 | not supported
          {"allowfrom": ["nonsense"]}          | 400 | "invalid_allowfrom_cidr"
          {"allowfrom": ["::/0", "10.0.0.1"]}  | 400 | "invalid_allowfrom_cidr"
          no json                              | 400 | "malformed_json_payload"
          """)
  void registersNobodyWithRestrictionsItWouldNotKeep(String body, int status, String reply) {
    var owner = Map.of("authorization", Wire.basic("home.example.com", Wire.SECRET));

    WebReply answered = wire.send("POST", "/register", owner, body).reply();

    assertThat(answered.status()).isEqualTo(status);
    assertThat(answered.body()).contains(reply);
  }

  @Test
  void saysThatItIsThere() {
    assertThat(wire.get("/health").reply().status()).isEqualTo(200);
  }
}
