package io.github.dyn53.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.RecordChange;
import io.github.dyn53.dns.RecordSet;
import io.github.dyn53.dns.RecordType;
import io.github.dyn53.dns.Ttl;
import io.github.dyn53.memory.InMemoryHosts;
import io.github.dyn53.memory.InMemoryZones;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HostCommandsTest {

  private static final String NAS = "nas.dyn.example.com";

  private static final String WHAT_TO_DO =
      "can't be read: the attribute \"ttl\" is missing. Mend its item in the table Hosts, or"
          + " delete the item there and add the host again with \"adopt\"";

  private final AdminBed admin = new AdminBed();

  @Test
  void addsAHostWithTheUsualSettings() throws IOException {
    assertThat(admin.done("{'command':'host.add','hostname':'NAS.dyn.example.com.'}").path("host"))
        .isEqualTo(
            json(
                """
                {'hostname':'nas.dyn.example.com','zone':'ZCHILD','ttl':60,
                'families':['ipv4','ipv6'],'wildcard':false,'specialAddresses':'refuse',
                'blocked':false,'drift':'repair','wanted':{},'published':{}}
                """));
  }

  @Test
  void addsAHostWithEverySetting() throws IOException {
    admin.done(
        """
        {'command':'host.add','hostname':'nas.dyn.example.com','zone':'ZPARENT','ttl':300,
        'families':['ipv6'],'wildcard':true,'specialAddresses':'publish','blocked':true,
        'silenceHours':36,'silencePolicy':'withdraw','drift':'report','owner':'Zoë'}
        """);

    assertThat(show())
        .isEqualTo(
            json(
                """
                {'hostname':'nas.dyn.example.com','zone':'ZPARENT','ttl':300,'families':['ipv6'],
                'wildcard':true,'specialAddresses':'publish','blocked':true,'silenceHours':36,
                'silencePolicy':'withdraw','drift':'report','owner':'Zoë','wanted':{},'published':{}}
                """));
  }

  @ParameterizedTest
  @CsvSource({
    "nas.dyn.example.com, ZCHILD",
    "dyn.example.com, ZCHILD",
    "nas.example.com, ZPARENT",
    "evildyn.example.com, ZPARENT",
    "example.com, ZPARENT"
  })
  void choosesTheZoneWithTheLongestNameAbove(String hostname, String zone) throws IOException {
    JsonNode added = admin.done("{'command':'host.add','hostname':'%s'}".formatted(hostname));

    assertThat(added.at("/host/zone").textValue()).isEqualTo(zone);
  }

  @Test
  void addsNoHostTwice() throws IOException {
    add();

    assertThat(admin.answer("{'command':'host.add','hostname':'nas.dyn.example.com'}"))
        .isEqualTo(
            json(
                """
                {'ok':false,'error':{'field':'hostname','message':'there is such a host already'}}
                """));
  }

  @Test
  void publishesAgainWhatAnotherTtlChanges() throws IOException {
    updated();

    admin.done("{'command':'host.change','hostname':'nas.dyn.example.com','ttl':300}");

    assertThat(admin.record(AdminBed.CHILD, NAS)).map(RecordSet::ttlSeconds).contains(300L);
    assertThat(show().path("pendingSince").isMissingNode()).isTrue();
  }

  @Test
  void publishesTheWildcardAndTakesItBack() throws IOException {
    updated();

    admin.done("{'command':'host.change','hostname':'nas.dyn.example.com','wildcard':true}");
    assertThat(admin.record(AdminBed.CHILD, "*." + NAS)).isPresent();

    admin.done("{'command':'host.change','hostname':'nas.dyn.example.com','wildcard':false}");
    assertThat(admin.record(AdminBed.CHILD, "*." + NAS)).isEmpty();
    assertThat(admin.record(AdminBed.CHILD, NAS)).isPresent();
  }

  @Test
  void asksNothingOfRoute53WhereNoRecordChanges() throws IOException {
    updated();
    int before = admin.zones.changes();

    admin.done("{'command':'host.change','hostname':'nas.dyn.example.com','blocked':true}");

    assertThat(admin.zones.changes()).isEqualTo(before);
    assertThat(show().path("blocked").booleanValue()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          "'silenceHours':48"|"'silenceHours':48,'silencePolicy':'mark'"
          "'silencePolicy':'withdraw','silenceHours':2"|"'silenceHours':2,'silencePolicy':'withdraw'"
          """)
  void keepsWhatBecomesOfSilentHosts(String fields, String shown) throws IOException {
    add();

    admin.done("{'command':'host.change','hostname':'%s',%s}".formatted(NAS, fields));

    assertThat(show().properties()).containsAll(json("{" + shown + "}").properties());
    admin.done("{'command':'host.change','hostname':'nas.dyn.example.com','silencePolicy':'keep'}");
    assertThat(show().has("silenceHours")).isFalse();
  }

  @Test
  void wantsToKnowAfterHowLongAHostIsSilent() throws IOException {
    add();

    JsonNode answer =
        admin.answer(
            "{'command':'host.change','hostname':'nas.dyn.example.com','silencePolicy':'mark'}");

    assertThat(answer.at("/error/field").textValue()).isEqualTo("silenceHours");
  }

  @Test
  void leavesRecordSetsAloneThatItDidNotCreate() throws IOException {
    held(NAS);

    JsonNode answer = admin.answer("{'command':'host.add','hostname':'nas.dyn.example.com'}");

    assertThat(answer.at("/error/message").textValue())
        .isEqualTo(
            "the zone already holds A nas.dyn.example.com (11.22.33.44):"
                + " say \"adopt\": true to let dyn53 change it");
    assertThat(admin.hosts.list().hosts()).isEmpty();
  }

  @Test
  void adoptsRecordSetsOnRequest() throws IOException {
    held(NAS);

    JsonNode host =
        admin
            .done("{'command':'host.add','hostname':'nas.dyn.example.com','adopt':true}")
            .path("host");

    assertThat(host.at("/wanted/ipv4").textValue()).isEqualTo("11.22.33.44");
    assertThat(host.at("/published/ipv4").textValue()).isEqualTo("11.22.33.44");
  }

  @Test
  void publishesNoWildcardOverOneThatItDidNotCreate() throws IOException {
    add();
    held("*." + NAS);

    JsonNode answer =
        admin.answer("{'command':'host.change','hostname':'nas.dyn.example.com','wildcard':true}");

    assertThat(answer.at("/error/message").textValue()).contains("already holds A *." + NAS);
    assertThat(show().path("wildcard").booleanValue()).isFalse();
  }

  @Test
  void tellsHowTheWholeStands() throws IOException {
    updated();
    admin.done("{'command':'host.add','hostname':'a.dyn.example.com'}");
    assertThat(admin.done("{'command':'status'}").path("status"))
        .isEqualTo(json("{'hosts':2,'pending':0,'troubled':[]}"));

    admin.zones.failNext(InMemoryZones.Fault.BUSY);
    admin.answer("{'command':'host.change','hostname':'nas.dyn.example.com','ttl':300}");

    String now = admin.clock.instant().toString();
    assertThat(admin.done("{'command':'status'}").path("status"))
        .isEqualTo(
            json(
                """
                {'hosts':2,'pending':1,
                'oldestPending':{'hostname':'nas.dyn.example.com','since':'%s'},
                'troubled':[{'hostname':'nas.dyn.example.com','at':'%s',
                'text':'told to be busy'}]}
                """
                    .formatted(now, now)));
  }

  @Test
  void namesHostThatIsSpoiltAndShowsTheRest() throws IOException {
    add();
    admin.done("{'command':'host.add','hostname':'a.dyn.example.com'}");
    admin.hosts.spoil(new Hostname(NAS), "the attribute \"ttl\" is missing");
    var spoilt = new ObjectMapper().createArrayNode();
    spoilt.addObject().put("hostname", NAS).put("text", WHAT_TO_DO);

    JsonNode list = admin.done("{'command':'host.list'}");
    assertThat(list.path("hosts").findValuesAsText("hostname"))
        .containsExactly("a.dyn.example.com");
    assertThat(list.path("spoilt")).isEqualTo(spoilt);
    JsonNode status = admin.done("{'command':'status'}").path("status");
    assertThat(status.path("hosts").intValue()).isEqualTo(2);
    assertThat(status.path("troubled")).isEqualTo(spoilt);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          'command':'host.show','hostname':'nas.dyn.example.com'                                | hostname
          'command':'host.add','hostname':'nas.dyn.example.com'                                 | hostname
          'command':'host.change','hostname':'nas.dyn.example.com','ttl':300                    | hostname
          'command':'host.remove','hostname':'nas.dyn.example.com'                              | hostname
          'command':'host.add','hostname':'a.dyn.example.com','follows':'nas.dyn.example.com'   | follows
          'command':'host.change','hostname':'cam.dyn.example.com','follows':'none'             | follows
          """)
  void changesNothingAboutHostThatIsSpoilt(String command, String field) throws IOException {
    add();
    admin.done(
        "{'command':'host.add','hostname':'cam.dyn.example.com','follows':'nas.dyn.example.com'}");
    var before = admin.hosts.list();
    admin.hosts.spoil(new Hostname(NAS), "the attribute \"ttl\" is missing");

    JsonNode error = admin.answer("{" + command + "}").path("error");

    assertThat(error.path("field").textValue()).isEqualTo(field);
    assertThat(error.path("message").textValue()).isEqualTo(NAS + " " + WHAT_TO_DO);
    admin.hosts.mend(new Hostname(NAS));
    assertThat(admin.hosts.list()).isEqualTo(before);
  }

  @Test
  void removesTheRecordsBeforeTheHost() throws IOException {
    updated();
    admin.zones.failNext(InMemoryZones.Fault.BUSY);

    JsonNode busy = admin.answer("{'command':'host.remove','hostname':'nas.dyn.example.com'}");
    assertThat(busy.at("/error/message").textValue())
        .isEqualTo("is saved and will be published later: told to be busy");
    assertThat(admin.hosts.list().hosts()).hasSize(1);

    assertThat(admin.done("{'command':'host.remove','hostname':'nas.dyn.example.com'}"))
        .isEqualTo(json("{'ok':true,'removed':'nas.dyn.example.com'}"));
    assertThat(admin.hosts.list().hosts()).isEmpty();
    assertThat(admin.record(AdminBed.CHILD, NAS)).isEmpty();
  }

  /** Nobody comes back for it: its client asks for a host that is gone, and so does the sweep. */
  @Test
  void showsTheChallengesOfAHost() throws IOException {
    updated();
    admin.challenge(NAS, "value");

    JsonNode shown = admin.done("{'command':'host.show','hostname':'nas.dyn.example.com'}");

    String until = admin.clock.instant().plus(Duration.ofMinutes(10)).toString();
    assertThat(shown.path("host").path("challenges"))
        .isEqualTo(json("[{'value':'value','until':'%s'}]".formatted(until)));
  }

  @Test
  void removesTheChallengesBeforeTheHost() throws IOException {
    updated();
    admin.challenge(NAS, "value");

    admin.done("{'command':'host.remove','hostname':'nas.dyn.example.com'}");

    assertThat(admin.record(AdminBed.CHILD, "_acme-challenge." + NAS, RecordType.TXT)).isEmpty();
    assertThat(admin.record(AdminBed.CHILD, NAS)).isEmpty();
    assertThat(admin.hosts.list().hosts()).isEmpty();
  }

  @Test
  void keepsTheRecordsOfARemovedHostOnRequest() throws IOException {
    updated();

    admin.done("{'command':'host.remove','hostname':'nas.dyn.example.com','keepRecords':true}");

    assertThat(admin.hosts.list().hosts()).isEmpty();
    assertThat(admin.record(AdminBed.CHILD, NAS)).isPresent();
  }

  @Test
  void tellsTheHistoryNewestFirst() throws IOException {
    updated();
    admin.done("{'command':'host.change','hostname':'nas.dyn.example.com','ttl':300}");
    admin.done("{'command':'host.remove','hostname':'nas.dyn.example.com'}");

    assertThat(history("").findValuesAsText("what"))
        .containsExactly("removed", "updated", "settings", "added");
    assertThat(history(",'limit':1").findValuesAsText("what")).containsExactly("removed");
    assertThat(history("").findValuesAsText("by")).containsOnly("owner");
  }

  @Test
  void listsHostsByName() throws IOException {
    for (String name : new String[] {"b.example.com", "a.example.com", "c.example.com"}) {
      admin.done("{'command':'host.add','hostname':'%s'}".formatted(name));
    }

    assertThat(admin.done("{'command':'host.list'}").path("hosts").findValuesAsText("hostname"))
        .containsExactly("a.example.com", "b.example.com", "c.example.com");
  }

  @ParameterizedTest
  @CsvSource({
    "NOT_DONE, told to fail",
    "ANSWER_LOST, told to lose the answer",
  })
  void saysWhatTheTablesCouldNotDo(InMemoryHosts.Fault fault, String message) throws IOException {
    admin.hosts.failNext(fault);

    assertThat(admin.answer("{'command':'host.add','hostname':'nas.dyn.example.com'}"))
        .isEqualTo(json("{'ok':false,'error':{'message':'%s'}}".formatted(message)));
  }

  @Test
  void asksToTryAgainAfterALostRace() throws IOException {
    add();
    admin.hosts.failNext(InMemoryHosts.Fault.NONE);
    admin.hosts.failNext(InMemoryHosts.Fault.RACE_LOST);

    JsonNode answer =
        admin.answer("{'command':'host.change','hostname':'nas.dyn.example.com','ttl':300}");

    assertThat(answer.at("/error/message").textValue())
        .isEqualTo("the host was changed meanwhile: try again");
    assertThat(show().path("ttl").intValue()).isEqualTo(60);
  }

  @Test
  void keepsWhereAHostIsBehindThePrefix() throws IOException {
    add();

    change("'interfaceId':'00:11:22:33:44:55','subnet':18");
    assertThat(show().path("interfaceId").textValue()).isEqualTo("::211:22ff:fe33:4455");
    assertThat(show().path("subnet").intValue()).isEqualTo(18);

    change("'ttl':300");
    assertThat(show().path("subnet").intValue()).isEqualTo(18);

    change("'interfaceId':'none','subnet':0");
    assertThat(show().has("interfaceId")).isFalse();
    assertThat(show().has("subnet")).isFalse();
  }

  @Test
  void writesBothEndsOfWhoFollowsWhom() throws IOException {
    add();
    follower("a.example.com");
    follower("b.dyn.example.com");

    assertThat(show().path("followers")).hasToString("[\"a.example.com\",\"b.dyn.example.com\"]");
    assertThat(show("a.example.com").path("follows").textValue()).isEqualTo(NAS);
    assertThat(history("").findValuesAsText("note"))
        .containsExactly("b.dyn.example.com follows", "a.example.com follows");

    admin.done("{'command':'host.change','hostname':'a.example.com','follows':'none'}");
    assertThat(show().path("followers")).hasToString("[\"b.dyn.example.com\"]");
    assertThat(show("a.example.com").has("follows")).isFalse();

    admin.done("{'command':'host.add','hostname':'other.example.com'}");
    admin.done(
        "{'command':'host.change','hostname':'b.dyn.example.com','follows':'other.example.com'}");
    assertThat(show().has("followers")).isFalse();
    assertThat(show("other.example.com").path("followers")).hasToString("[\"b.dyn.example.com\"]");

    admin.done("{'command':'host.remove','hostname':'b.dyn.example.com'}");
    assertThat(show("other.example.com").has("followers")).isFalse();
  }

  @Test
  void savesNeitherEndWhereOneIsLost() throws IOException {
    add();
    admin.hosts.failNext(InMemoryHosts.Fault.NONE);
    admin.hosts.failNext(InMemoryHosts.Fault.NONE);
    admin.hosts.failNext(InMemoryHosts.Fault.RACE_LOST);

    JsonNode answer =
        admin.answer(
            "{'command':'host.add','hostname':'a.example.com','follows':'nas.dyn.example.com'}");

    assertThat(answer.at("/error/message").textValue())
        .isEqualTo("the host was changed meanwhile: try again");
    assertThat(show().has("followers")).isFalse();
    assertThat(admin.hosts.list().hosts()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a.example.com       | 'follows':'nobody.example.com'  | follows | there is no such host
          a.example.com       | 'follows':'a.example.com'       | follows | a host does not follow itself
          a.example.com       | 'follows':'b.example.com'       | follows | b.example.com follows nas.dyn.example.com itself
          nas.dyn.example.com | 'follows':'a.example.com'       | follows | others follow this host, and nobody follows a follower
          a.example.com       | 'follows':'home'                | follows | must be a host name or "none", not "home"
          a.example.com       | 'interfaceId':'2600::1'         | interfaceId | must be 64 bits such as "::a:b:c:d", a MAC address, or "none", not "2600::1"
          a.example.com       | 'subnet':5                      | subnet | is for a host with an interfaceId, which this one has not
          a.example.com       | 'subnet':65536                  | subnet | must be a whole number from 0 to 65535
          """)
  void refusesWhatIsNoGroup(String hostname, String fields, String field, String message)
      throws IOException {
    add();
    admin.done("{'command':'host.add','hostname':'a.example.com'}");
    follower("b.example.com");

    JsonNode answer =
        admin.answer("{'command':'host.change','hostname':'%s',%s}".formatted(hostname, fields));

    assertThat(answer.at("/error/field").textValue()).isEqualTo(field);
    assertThat(answer.at("/error/message").textValue()).isEqualTo(message);
  }

  @Test
  void letsFiftyHostsFollowAndNoMore() throws IOException {
    add();
    for (int i = 1; i <= 50; i++) {
      follower("f%d.example.com".formatted(i));
    }

    JsonNode answer =
        admin.answer(
            "{'command':'host.add','hostname':'a.example.com','follows':'nas.dyn.example.com'}");

    assertThat(answer.at("/error/message").textValue())
        .isEqualTo("50 hosts follow nas.dyn.example.com already");
    admin.done("{'command':'host.change','hostname':'f7.example.com','follows':'" + NAS + "'}");
    assertThat(show().path("followers")).hasSize(50);
  }

  @Test
  void removesNoHostThatOthersFollow() throws IOException {
    add();
    follower("a.example.com");

    assertThat(
            admin
                .answer("{'command':'host.remove','hostname':'nas.dyn.example.com'}")
                .at("/error/message")
                .textValue())
        .isEqualTo("[a.example.com] follows this host, first change it to \"follows\": \"none\"");
  }

  private void follower(String hostname) throws IOException {
    admin.done("{'command':'host.add','hostname':'%s','follows':'%s'}".formatted(hostname, NAS));
  }

  private void change(String fields) throws IOException {
    admin.done("{'command':'host.change','hostname':'%s',%s}".formatted(NAS, fields));
  }

  private JsonNode show(String hostname) throws IOException {
    return admin.done("{'command':'host.show','hostname':'%s'}".formatted(hostname)).path("host");
  }

  /** Somebody else's record set. */
  private void held(String name) {
    var recordSet =
        RecordSet.of(new DnsName(name), Ttl.DEFAULT, IpAddress.parse("11.22.33.44").orElseThrow());
    admin.zones.change(
        AdminBed.CHILD, List.of(new RecordChange.Upsert(recordSet)), Duration.ofSeconds(1));
  }

  private void add() throws IOException {
    admin.done("{'command':'host.add','hostname':'nas.dyn.example.com'}");
  }

  private void updated() throws IOException {
    add();
    admin.update(NAS, "11.22.33.44");
    assertThat(admin.record(AdminBed.CHILD, NAS)).isPresent();
  }

  private JsonNode show() throws IOException {
    return admin.done("{'command':'host.show','hostname':'nas.dyn.example.com'}").path("host");
  }

  private JsonNode history(String more) throws IOException {
    return admin.done(
        "{'command':'host.history','hostname':'nas.dyn.example.com'%s}".formatted(more));
  }

  private static JsonNode json(String text) throws IOException {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
