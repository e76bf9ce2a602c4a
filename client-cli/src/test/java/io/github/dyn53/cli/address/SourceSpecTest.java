package io.github.dyn53.cli.address;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SourceSpecTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "router",
        "router:pcp",
        "router:nat-pmp",
        "router:igd",
        "endpoint",
        "interface",
        "interface:eth0.7",
        "command:/usr/local/bin/nas-address",
        "command:/bin/echo -n 192.0.2.1",
        "dns:myip.opendns.com@resolver1.opendns.com",
        "dns:o-o.example.com@2001:db8::1"
      })
  void readsBackWhatItSays(String text) {
    assertThat(SourceSpec.parse(text).text()).isEqualTo(text);
  }

  @Test
  void readsChains() {
    assertThat(SourceSpec.parseChain(" router ,endpoint, command: /bin/x  y"))
        .extracting(SourceSpec::text)
        .containsExactly("router", "endpoint", "command:/bin/x y");
    assertThat(SourceSpec.parseChain("none")).isEmpty();
    assertThat(SourceSpec.parseChain("command:/bin/x  y"))
        .containsExactly(new SourceSpec.Command(List.of("/bin/x", "y")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ''                | a source is missing
          router,           | a source is missing
          ,router           | a source is missing
          router, router    | stands there twice
          none, router      | stands alone
          web               | there is no source "web"
          Router            | there is no source "Router"
          router:upnp       | asked by pcp, nat-pmp or igd, not by "upnp"
          router:           | asked by pcp, nat-pmp or igd, not by ""
          endpoint:x        | takes nothing behind it
          interface:        | name of the interface is missing
          command:          | the program is missing
          dns:x             | dns:NAME@SERVER
          dns:x@y           | dns:NAME@SERVER
          dns:a.b@          | dns:NAME@SERVER
          dns:a.b@c@d       | dns:NAME@SERVER
          dns:@x            | dns:NAME@SERVER
          """)
  void saysWhatIsWrong(String text, String message) {
    assertThatThrownBy(() -> SourceSpec.parseChain(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }
}
