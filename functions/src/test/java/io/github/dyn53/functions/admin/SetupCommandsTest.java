package io.github.dyn53.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.functions.admin.clients.Clients;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The configurations in the answers: with the secret in the one answer that has it anyway. */
class SetupCommandsTest {

  private static final String NAS = "nas.dyn.example.com";

  private final AdminBed admin = new AdminBed();

  @Test
  void printsAllForANewHost() throws IOException {
    JsonNode added = add(NAS);

    assertThat(names(added)).isEqualTo(Clients.names());
    assertThat(added.at("/configurations/curl").textValue())
        .contains("https://ddns.example.com/nic/update?hostname=nas.dyn.example.com\"\n")
        .contains("user = \"nas.dyn.example.com:TOKEN\"\n");
  }

  @Test
  void printsOneForANewHostWhereItIsNamed() throws IOException {
    JsonNode added =
        admin.done("{'command':'host.add','hostname':'%s','client':'inadyn'}".formatted(NAS));

    assertThat(names(added)).containsExactly("inadyn");
  }

  @Test
  void addsNoHostForAClientThatIsNotThere() throws IOException {
    JsonNode answer =
        admin.answer("{'command':'host.add','hostname':'%s','client':'modem'}".formatted(NAS));

    assertThat(answer.at("/error/field").textValue()).isEqualTo("client");
    assertThat(admin.done("{'command':'host.list'}").at("/hosts")).isEmpty();
  }

  @Test
  void printsTheConfigurationOfTheClientThatIsNamed() throws IOException {
    add(NAS);

    JsonNode answer = setup(NAS, ",'client':'fritzbox'");

    assertThat(names(answer)).containsExactly("fritzbox");
    assertThat(answer.at("/configurations/fritzbox").textValue())
        .contains("https://ddns.example.com/nic/update?hostname=<domain>&myip=<ipaddr>,<ip6addr>");
  }

  @Test
  void printsAllWhereNoneIsNamed() throws IOException {
    add(NAS);

    assertThat(names(setup(NAS, ""))).isEqualTo(Clients.names());
  }

  @Test
  void saysWhichClientsThereAre() throws IOException {
    add(NAS);

    JsonNode answer = setup(NAS, ",'client':'modem'");

    assertThat(answer.at("/error/field").textValue()).isEqualTo("client");
    assertThat(answer.at("/error/message").textValue())
        .startsWith("must be one of [ddclient, ")
        .endsWith(", not \"modem\"");
  }

  /** Its certificate is the one of the name behind the asterisk. */
  @Test
  void hasNoCertificatesForWildcardHosts() throws IOException {
    JsonNode added = add("*.dyn.example.com");

    assertThat(names(added)).contains("curl", "asus").doesNotContain("lego");
    assertThat(names(setup("*.dyn.example.com", ""))).doesNotContain("lego", "certbot");
    assertThat(setup("*.dyn.example.com", ",'client':'lego'").at("/error/field").textValue())
        .isEqualTo("client");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ",'role':'admin'"})
  void putsTheSecretIntoTheConfigurationOnRequest(String role) throws IOException {
    add(NAS);
    JsonNode answer = create(role + ",'show':'ddclient'");

    String secret = answer.path("secret").textValue();
    assertThat(answer.at("/configurations/ddclient").textValue())
        .containsOnlyOnce("password='%s'\nnas.dyn.example.com\n".formatted(secret))
        .containsOnlyOnce(secret);
    assertThat(setup(NAS, "").toString()).doesNotContain(secret);
  }

  @Test
  void putsItIntoNoneUnasked() throws IOException {
    assertThat(create("").has("configurations")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {",'role':'admin'", ",'records':['txt']"})
  void showsCertificatesToWhoMayWriteThem(String rights) throws IOException {
    JsonNode answer = create(rights + ",'show':'lego'");

    assertThat(answer.at("/configurations/lego").textValue())
        .contains("HTTPREQ_PASSWORD='%s'".formatted(answer.path("secret").textValue()));
  }

  @Test
  void showsNoClientForAddressesToWhoMayNotUpdateThem() throws IOException {
    JsonNode answer =
        admin.answer(
            "{'command':'token.create','name':'r','hosts':['%s'],'records':['txt'],'show':'fritzbox'}"
                .formatted(NAS));

    assertThat(answer.at("/error/field").textValue()).isEqualTo("show");
    assertThat(answer.at("/error/message").textValue())
        .isEqualTo("is for addresses, and this token may write TXT records only");
    assertThat(admin.done("{'command':'token.list'}").at("/tokens")).isEmpty();
  }

  /** The client of the host that it follows moves it; its certificates are its own. */
  @Test
  void printsAllForAFollower() throws IOException {
    add(NAS);

    JsonNode added =
        admin.done("{'command':'host.add','hostname':'a.example.com','follows':'" + NAS + "'}");

    assertThat(names(added)).isEqualTo(Clients.names());
  }

  @Test
  void offersNothingWhereTheUrlIsUnknown() {
    assertThat(new Configurations(Optional.empty()).ofNew(new Hostname(NAS), Optional.empty()))
        .isEmpty();
    assertThat(new Configurations(Optional.of("https://a.example.com/Prod")).updateUrl()).isEmpty();
  }

  private JsonNode add(String hostname) throws IOException {
    return admin.done("{'command':'host.add','hostname':'%s'}".formatted(hostname));
  }

  private JsonNode setup(String hostname, String more) throws IOException {
    return admin.answer("{'command':'host.setup','hostname':'%s'%s}".formatted(hostname, more));
  }

  private JsonNode create(String more) throws IOException {
    return admin.done(
        "{'command':'token.create','name':'r','hosts':['*.example.com','%s']%s}"
            .formatted(NAS, more));
  }

  private static List<String> names(JsonNode answer) {
    List<String> names = new ArrayList<>();
    answer.path("configurations").fieldNames().forEachRemaining(names::add);
    return names;
  }
}
