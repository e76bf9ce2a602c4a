package io.github.dyn53.functions.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is wrong with a command is told by field, and then nothing is changed. */
class AdminHandlerTest {

  private final AdminBed admin = new AdminBed();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "null",
        "7",
        "'text'",
        "{",
        "{'command':",
        "{} {",
        "command",
        "[[[[[[",
        "\u0000\u0000{\u0000"
      })
  void refusesWhatIsNoObject(String text) throws IOException {
    assertThat(admin.answer(text).at("/error/field").textValue()).isEqualTo("command");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                                                                 | command
          {'command':7}                                                      | command
          {'command':'host.delete'}                                          | command
          {'command':'host.list','all':true}                                 | all
          {'command':'host.add'}                                             | hostname
          {'command':'host.add','hostname':7}                                | hostname
          {'command':'host.add','hostname':'localhost'}                      | hostname
          {'command':'host.add','hostname':'a.example.net'}                  | hostname
          {'command':'host.add','hostname':'a.example.com','zone':'Z9'}      | zone
          {'command':'host.add','hostname':'a.example.com','zone':'ZCHILD'}  | zone
          {'command':'host.add','hostname':'a.example.com','ttl':0}          | ttl
          {'command':'host.add','hostname':'a.example.com','ttl':604801}     | ttl
          {'command':'host.add','hostname':'a.example.com','ttl':60.5}       | ttl
          {'command':'host.add','hostname':'a.example.com','ttl':'60'}       | ttl
          {'command':'host.add','hostname':'a.example.com','families':'ipv4'} | families
          {'command':'host.add','hostname':'a.example.com','families':[]}    | families
          {'command':'host.add','hostname':'a.example.com','families':['ipv4','ipv5']} | families[1]
          {'command':'host.add','hostname':'a.example.com','families':[null]} | families[0]
          {'command':'host.add','hostname':'a.example.com','wildcard':'yes'} | wildcard
          {'command':'host.add','hostname':'*.example.com','wildcard':true}  | wildcard
          {'command':'host.add','hostname':'a.example.com','specialAddresses':'allow'} | specialAddresses
          {'command':'host.add','hostname':'a.example.com','blocked':1}      | blocked
          {'command':'host.add','hostname':'a.example.com','owner':[]}       | owner
          {'command':'host.add','hostname':'a.example.com','tll':60}         | tll
          {'command':'host.add','hostname':'a.example.com','tll':null}       | tll
          {'command':'host.change','hostname':'a.example.com','ttl':60}      | hostname
          {'command':'host.change','hostname':'a.example.com','zone':'Z1'}   | zone
          {'command':'host.show','hostname':'a.example.com'}                 | hostname
          {'command':'host.setup','hostname':'a.example.com'}                | hostname
          {'command':'host.setup','hostname':'a.example.com','clients':'curl'} | clients
          {'command':'host.remove','hostname':'a.example.com'}               | hostname
          {'command':'host.remove','hostname':'a.example.com','keepRecords':'no'} | keepRecords
          {'command':'host.history','hostname':'a.example.com','limit':0}    | limit
          {'command':'host.history','hostname':'a.example.com','limit':1001} | limit
          {'command':'token.create'}                                         | name
          {'command':'token.create','name':' '}                              | name
          {'command':'token.create','name':'r'}                              | hosts
          {'command':'token.create','name':'r','hosts':['localhost']}        | hosts[0]
          {'command':'token.create','name':'r','role':'owner'}               | role
          {'command':'token.create','name':'r','role':'admin','networks':['10.0.0.0/33']} | networks[0]
          {'command':'token.create','name':'r','role':'admin','expiresInDays':0} | expiresInDays
          {'command':'token.create','name':'r','role':'admin','secret':'x'}  | secret
          {'command':'token.create','name':'r','hosts':['a.example.com'],'show':'modem'} | show
          {'command':'token.create','name':'r','hosts':['*.example.com'],'show':'curl'} | show
          {'command':'token.create','name':'r','hosts':['a.example.com'],'show':'lego'} | show
          {'command':'token.rotate','name':'r','show':'curl'}                | show
          {'command':'token.rotate','name':'r'}                              | name
          {'command':'token.rotate','name':'r','overlapHours':-1}            | overlapHours
          {'command':'token.revoke'}                                         | name
          {'command':'token.revoke','name':'r','id':'0'}                     | name
          {'command':'token.revoke','name':'r'}                              | name
          {'command':'token.revoke','id':'0'}                                | id
          """)
  void namesTheFieldThatIsWrong(String command, String field) throws IOException {
    JsonNode answer = admin.answer(command);

    assertThat(answer.path("ok").booleanValue()).isFalse();
    assertThat(answer.at("/error/field").textValue()).isEqualTo(field);
    assertThat(answer.at("/error/message").textValue()).isNotBlank();
    assertThat(admin.hosts.list().hosts()).isEmpty();
    assertThat(admin.tokens.list()).isEmpty();
  }

  @Test
  void answersWithASecretOnceOnly() throws IOException {
    JsonNode created =
        admin.done("{'command':'token.create','name':'r','hosts':['a.example.com']}");
    JsonNode rotated = admin.done("{'command':'token.rotate','name':'r'}");

    List<String> secrets =
        List.of(created.path("secret").textValue(), rotated.path("secret").textValue());
    assertThat(secrets).doesNotHaveDuplicates().allMatch(text -> text.matches("[a-z2-7]{32}"));
    assertThat(created.path("updateUrl").textValue())
        .isEqualTo("https://ddns.example.com/nic/update");
    assertThat(admin.done("{'command':'token.list'}").toString())
        .doesNotContain(secrets.toArray(String[]::new));
    assertThat(admin.tokens.list().toString()).doesNotContain(secrets.toArray(String[]::new));
    assertThat(admin.done("{'command':'token.revoke','name':'r'}").toString())
        .doesNotContain(secrets.toArray(String[]::new));
  }
}
