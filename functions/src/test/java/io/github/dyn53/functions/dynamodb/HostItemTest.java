package io.github.dyn53.functions.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.host.FoundHosts;
import io.github.dyn53.host.Host;
import io.github.dyn53.host.HostSamples;
import io.github.dyn53.host.SpoiltHost;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** What a person makes of an item with the AWS console open. */
class HostItemTest {

  private static final Hostname HOME = new Hostname("home.example.com");
  private static final Host WHOLE = HostSamples.full(new Hostname("whole.example.com"));

  /** Something of every type, and what no attribute can be. */
  private static final List<AttributeValue> VALUES =
      List.of(
          Attributes.string(""),
          Attributes.string("nonsense"),
          Attributes.string("+999999999-12-31T23:59:59Z"),
          Attributes.string("9".repeat(40)),
          Attributes.numeric(Long.MIN_VALUE),
          Attributes.numeric(-1),
          Attributes.numeric(0),
          Attributes.numeric(Long.MAX_VALUE),
          AttributeValue.fromN("1.5"),
          AttributeValue.fromBool(true),
          AttributeValue.fromNul(true),
          AttributeValue.fromB(SdkBytes.fromUtf8String("nonsense")),
          AttributeValue.fromSs(List.of("nonsense")),
          AttributeValue.fromNs(List.of("1")),
          AttributeValue.fromL(List.of()),
          AttributeValue.fromL(List.of(Attributes.numeric(1))),
          AttributeValue.fromL(List.of(AttributeValue.fromM(Map.of()))),
          AttributeValue.fromM(Map.of()),
          AttributeValue.fromM(
              Map.of("v4", AttributeValue.fromBool(true), "v6", Attributes.string("nonsense"))));

  @Test
  void readsWhatItWrote() {
    Host host = HostSamples.full(HOME);

    assertThat(HostItem.read(List.of(item(host))))
        .isEqualTo(new FoundHosts(Map.of(HOME, host), List.of()));
  }

  static Stream<String> attributes() {
    return item(HostSamples.full(HOME)).keySet().stream().filter(a -> !a.equals(HostItem.NAME));
  }

  @ParameterizedTest
  @MethodSource("attributes")
  void findsTheRestWhateverBecomesOfAttribute(String attribute) {
    List<Map<String, AttributeValue>> spoilt = new ArrayList<>();
    VALUES.forEach(value -> spoilt.add(with(attribute, value)));
    spoilt.add(without(attribute));

    for (Map<String, AttributeValue> item : spoilt) {
      FoundHosts found = HostItem.read(List.of(item, item(WHOLE)));

      assertThat(found.host(WHOLE.hostname())).as(attribute).contains(WHOLE);
      assertThat(found.host(HOME).isPresent())
          .as(item.toString())
          .isNotEqualTo(found.spoilt(HOME).isPresent());
      assertThat(found.spoilt(HOME).map(SpoiltHost::fault).orElse(""))
          .doesNotContain("nonsense", "9999");
    }
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ttl,            the attribute "ttl" is missing
          zone,           the attribute "zone" is missing
          wanted,         the attribute "wanted" is missing
          published,      the attribute "published" is missing
          version,        the attribute "version" is missing
          silenceSeconds, the attribute "silenceSeconds" is missing
          leaseId,        the attribute "leaseId" is missing
          """)
  void saysWhatIsMissing(String attribute, String fault) {
    assertThat(fault(without(attribute))).isEqualTo(fault);
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          ttl,            a minute,           the attribute "ttl" is not valid
          ttl,            true,               the attribute "ttl" is neither a string nor a number
          blocked,        yes,                the attribute "blocked" is not a boolean
          wanted,         9.1.2.3,            the attribute "wanted" is not a map
          types,          A,                  the attribute "types" is not a set of strings
          followers,      nas.example.com,    the attribute "followers" is not a set of strings
          challenges,     x,                  the attribute "challenges" is not a list
          lastSeen,       yesterday,          the attribute "lastSeen" is not valid
          lastSeen,       +10000-01-01T00:00:00Z, the attribute "lastSeen" is not valid
          silenceSeconds, 60,                 the attribute "silenceSeconds" is not valid
          silenceSeconds, 9223372036854775807, the attribute "silenceSeconds" is not valid
          subnet,         65536,              the attribute "subnet" is not valid
          changes,        2147483648,         the attribute "changes" is not valid
          """)
  void saysWhatIsOfTheWrongKind(String attribute, String value, String fault) {
    AttributeValue typed =
        value.equals("true") ? AttributeValue.fromBool(true) : Attributes.string(value);

    assertThat(fault(with(attribute, typed))).isEqualTo(fault);
  }

  @Test
  void saysWhereInsideTheItem() {
    assertThat(fault(with("wanted", map("v4", Attributes.string("300.1.2.3")))))
        .isEqualTo("the attribute \"wanted.v4\" is not valid");
    AttributeValue first =
        AttributeValue.fromM(
            Map.of(
                "value",
                Attributes.string("x"),
                "expires",
                Attributes.string("2026-01-01T00:00:00Z")));
    assertThat(fault(with("challenges", AttributeValue.fromL(List.of(first, map("value", first))))))
        .isEqualTo("the attribute \"challenges[1].value\" is neither a string nor a number");
  }

  @Test
  void namesItemsUnderNamesThatNoHostHas() {
    Map<String, AttributeValue> item = new HashMap<>(item(WHOLE));
    item.put(HostItem.NAME, Attributes.string("Home"));

    assertThat(HostItem.read(List.of(item)))
        .isEqualTo(
            new FoundHosts(
                Map.of(), List.of(new SpoiltHost("Home", "the attribute \"name\" is not valid"))));
  }

  private static String fault(Map<String, AttributeValue> item) {
    return HostItem.read(List.of(item)).spoilt(HOME).orElseThrow().fault();
  }

  private static AttributeValue map(String name, AttributeValue value) {
    return AttributeValue.fromM(Map.of(name, value));
  }

  private static Map<String, AttributeValue> with(String attribute, AttributeValue value) {
    Map<String, AttributeValue> item = new HashMap<>(item(HostSamples.full(HOME)));
    item.put(attribute, value);
    return item;
  }

  private static Map<String, AttributeValue> without(String attribute) {
    Map<String, AttributeValue> item = new HashMap<>(item(HostSamples.full(HOME)));
    item.remove(attribute);
    return item;
  }

  private static Map<String, AttributeValue> item(Host host) {
    Map<String, AttributeValue> item = new HashMap<>(HostItem.write(host).present());
    item.putAll(HostItem.key(host.hostname()));
    return item;
  }
}
