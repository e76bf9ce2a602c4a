package io.github.dyn53.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dyn53.access.Grant;
import io.github.dyn53.access.Limits;
import io.github.dyn53.access.Role;
import io.github.dyn53.access.Secret;
import io.github.dyn53.access.Token;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.RecordType;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TokenCommandsTest {

  private static final Hostname NAS = new Hostname("nas.example.com");

  private final AdminBed admin = new AdminBed();

  @Test
  void storesWhatWasAskedUnderTheHashOfTheSecret() throws IOException {
    JsonNode answer =
        admin.done(
            """
            {'command':'token.create','name':'router','hosts':['nas.example.com','*.example.com'],
            'networks':['9.9.9.0/24'],'expiresInDays':30}
            """);

    Token token = stored(answer);
    assertThat(token.name()).isEqualTo("router");
    assertThat(token.role()).isEqualTo(Role.DEVICE);
    assertThat(token.mayUpdate(NAS, Grant.ADDRESSES, admin.clock.instant())).isTrue();
    assertThat(token.expires()).contains(admin.clock.instant().plus(Duration.ofDays(30)));
    assertThat(token.allowedNetworks()).hasToString("[9.9.9.0/24]");
    assertThat(answer.at("/token/id").textValue()).isEqualTo(token.hash().id());
  }

  @Test
  void keepsWhichRecordsAndHowManyChangesOnRotation() throws IOException {
    Token created =
        stored(
            admin.done(
                """
                {'command':'token.create','name':'certs','hosts':['nas.example.com'],
                'records':['txt'],'changesPerHour':5,'challenges':2,'hostsPerRequest':3}
                """));
    JsonNode rotated = admin.done("{'command':'token.rotate','name':'certs'}");

    assertThat(created.mayUpdate(NAS, Set.of(RecordType.TXT), admin.clock.instant())).isTrue();
    assertThat(created.mayUpdate(NAS, Grant.ADDRESSES, admin.clock.instant())).isFalse();
    assertThat(stored(rotated).limits()).isEqualTo(new Limits(5, 2, 3));
    assertThat(stored(rotated).grants()).isEqualTo(created.grants());
    assertThat(rotated.at("/token/records")).hasToString("[\"txt\"]");
    assertThat(rotated.at("/token/changesPerHour").intValue()).isEqualTo(5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'hosts':['a.example.com'],'records':['mx'] | records[0]
          'hosts':['a.example.com'],'records':[]     | records
          'role':'admin','records':['txt']           | records
          'hosts':['a.example.com'],'changesPerHour':0 | changesPerHour
          'hosts':['a.example.com'],'challenges':11 | challenges
          'hosts':['a.example.com'],'hostsPerRequest':99 | hostsPerRequest
          """)
  void refusesWhatIsNoLimit(String fields, String field) throws IOException {
    JsonNode answer = admin.answer("{'command':'token.create','name':'x',%s}".formatted(fields));

    assertThat(answer.at("/error/field").textValue()).isEqualTo(field);
  }

  @Test
  void createsNoSecondTokenOfAName() throws IOException {
    admin.done("{'command':'token.create','name':'router','role':'admin'}");

    assertThat(
            admin
                .answer("{'command':'token.create','name':'router','role':'admin'}")
                .at("/error/field")
                .textValue())
        .isEqualTo("name");
    assertThat(admin.tokens.list()).hasSize(1);
  }

  @Test
  void letsTheOldSecretGoOnForTheOverlap() throws IOException {
    JsonNode first = create();
    admin.clock.advance(Duration.ofDays(1));

    Token second =
        stored(admin.done("{'command':'token.rotate','name':'router','overlapHours':2}"));

    assertThat(stored(first).expires()).contains(admin.clock.instant().plus(Duration.ofHours(2)));
    assertThat(second.expires()).isEmpty();
    assertThat(second.grants()).isEqualTo(stored(first).grants());
    assertThat(list()).hasSize(2);

    admin.clock.advance(Duration.ofHours(2));
    assertThat(list()).containsExactly(second.hash().id());
  }

  @Test
  void endsTheOldSecretAtOnceOnRequest() throws IOException {
    JsonNode first = create();

    admin.clock.advance(Duration.ofSeconds(1));
    admin.done("{'command':'token.rotate','name':'router','overlapHours':0}");

    assertThat(stored(first).isExpired(admin.clock.instant())).isTrue();
    assertThat(list()).hasSize(1);
  }

  @Test
  void revokesEveryTokenOfAName() throws IOException {
    create();
    admin.done("{'command':'token.rotate','name':'router'}");
    admin.done("{'command':'token.create','name':'other','role':'admin'}");

    JsonNode answer = admin.done("{'command':'token.revoke','name':'router'}");

    assertThat(answer.path("revoked")).hasSize(2);
    assertThat(admin.tokens.list()).extracting(Token::name).containsExactly("other");
  }

  @Test
  void revokesTheTokenOfAnId() throws IOException {
    String id = create().at("/token/id").textValue();
    Token second = stored(admin.done("{'command':'token.rotate','name':'router'}"));

    admin.done("{'command':'token.revoke','id':'%s'}".formatted(id));

    assertThat(admin.tokens.list()).containsExactly(second);
  }

  private JsonNode create() throws IOException {
    return admin.done("{'command':'token.create','name':'router','hosts':['nas.example.com']}");
  }

  private Token stored(JsonNode answer) {
    var secret = new Secret(answer.path("secret").textValue());
    return admin.tokens.list().stream()
        .filter(token -> token.hash().equals(secret.hash()))
        .findFirst()
        .orElseThrow();
  }

  private List<String> list() throws IOException {
    return admin.done("{'command':'token.list'}").path("tokens").findValuesAsText("id");
  }
}
