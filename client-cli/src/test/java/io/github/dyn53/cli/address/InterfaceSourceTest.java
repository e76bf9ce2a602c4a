package io.github.dyn53.cli.address;

import static io.github.dyn53.cli.address.AddressChainTest.found;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.cli.link.DefaultRoute;
import io.github.dyn53.cli.link.InterfaceAddresses;
import io.github.dyn53.cli.link.Routes;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterfaceSourceTest {

  private static final Routes ROUTES =
      family ->
          family == Family.IPV6
              ? Optional.of(new DefaultRoute("eth0", Optional.empty()))
              : Optional.empty();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          2600::7                        |          | 2600::7
          fd00::1 2600::7                |          | 2600::7
          fd00::1 fd00::2                | fd00::2  | fd00::2
          2600::9 2600::7                |          | 2600::7
          2600:1::7 2600:2::7            | 2600:2::99 | 2600:2::7
          2600::7 2600::0211:22ff:fe33:1 |          | 2600::211:22ff:fe33:1
          2600:1::0211:22ff:fe33:1 2600:2::7 | 2600:2::99 | 2600:2::7
          fd00::7 2600:1::7              | fd00::7  | 2600:1::7
          """)
  void choosesTheBest(String stable, @Nullable String kernel, String best) {
    var source = source("interface", stable, Optional.ofNullable(kernel));

    assertThat(source.find(Family.IPV6)).isEqualTo(found(best, "interface eth0"));
  }

  @Test
  void saysWhatIsMissing() {
    assertThat(source("interface", "2600::7", Optional.empty()).find(Family.IPV4))
        .isEqualTo(new Finding.None("this machine has no default route for IPv4"));
    assertThat(source("interface:eth7", "2600::7", Optional.empty()).find(Family.IPV6))
        .isEqualTo(new Finding.None("interface eth7 has no stable IPv6 address"));
  }

  private static InterfaceSource source(String spec, String stable, Optional<String> kernel) {
    List<IpAddress> addresses =
        List.of(stable.split(" ", -1)).stream()
            .map(text -> IpAddress.parse(text).orElseThrow())
            .toList();
    return new InterfaceSource(
        (SourceSpec.Interface) SourceSpec.parse(spec),
        ROUTES,
        new InterfaceAddresses() {
          @Override
          public List<IpAddress> stable(String link, Family family) {
            return link.equals("eth0") ? addresses : List.of();
          }

          @Override
          public Optional<IpAddress> preferredByKernel(Family family) {
            return kernel.flatMap(IpAddress::parse);
          }
        });
  }
}
