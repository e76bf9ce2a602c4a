package io.github.dyn53.cli.link;

import static io.github.dyn53.dns.Family.IPV4;
import static io.github.dyn53.dns.Family.IPV6;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.dns.IpAddress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RoutesTest {

  /** Written as Debian 12 has it, with a VPN that takes half of the Internet each by two routes. */
  private static final String LINUX4 =
      """
      Iface	Destination	Gateway 	Flags	RefCnt	Use	Metric	Mask		MTU	Window	IRTT
      tun0	00000000	01080A0A	0003	0	0	0	00000080	0	0	0
      wlan0	00000000	014DA8C0	0003	0	0	600	00000000	0	0	0
      eth0	00000000	FE4DA8C0	0003	0	0	100	00000000	0	0	0
      eth1	00000000	FD4DA8C0	0002	0	0	0	00000000	0	0	0
      eth2	00000000	00000000	0201	0	0	0	00000000	0	0	0
      eth0	004DA8C0	00000000	0001	0	0	100	00FFFFFF	0	0	0
      """;

  private static final String ANY = "0".repeat(32) + " 00 ";

  private static final String LINUX6 =
      "26000000000000000000000000000000 40 "
          + ANY
          + "0".repeat(32)
          + " 00000100 00000001 00000000 00000001     eth0\n"
          + ANY
          + ANY
          + "fe8000000000000000000000000000fe"
          + " 00000400 00000003 00000000 00000003     eth0\n"
          + ANY
          + ANY
          + "fe800000000000000000000000000001"
          + " 00000064 00000003 00000000 00000003    wlan0\n"
          + ANY
          + ANY
          + "0".repeat(32)
          + " ffffffff 00000001 00000000 00200200       lo\n";

  private static final String MAC =
      """
      Routing tables

      Internet:
      Destination        Gateway            Flags               Netif Expire
      default            192.168.77.1       UGScg                 en0
      default            10.8.0.1           UGScIg              utun4
      127                127.0.0.1          UCS                   lo0

      Internet6:
      Destination                             Gateway                                 Flags               Netif Expire
      default                                 fe80::%utun0                            UGcIg               utun0
      default                                 fe80::be24:11ff:fe00:1%en0              UGcg                  en0
      ::1                                     ::1                                     UHL                   lo0
      """;

  private static final String WINDOWS =
      """
      IPv4-Routentabelle
      ===========================================================================
      Aktive Routen:
           Netzwerkziel    Netzwerkmaske          Gateway    Schnittstelle Metrik
                0.0.0.0          0.0.0.0     192.168.77.1    192.168.77.23     25
                0.0.0.0          0.0.0.0     192.168.78.1    192.168.78.23     55
              127.0.0.0        255.0.0.0   Auf Verbindung         127.0.0.1    331
      IPv6-Routentabelle
       If Metrik Netzwerkziel             Gateway
       12    281 ::/0                     fe80::be24:11ff:fe00:1
        1    331 ::1/128                  Auf Verbindung
      """;

  @Test
  void readsLinux() {
    assertThat(LinuxRoutes.ipv4(LINUX4)).contains(route("eth0", "192.168.77.254"));
    assertThat(LinuxRoutes.ipv6(LINUX6)).contains(route("wlan0", "fe80::1"));
  }

  @Test
  void readsPointToPointLinksWithoutAGateway() {
    String ppp =
        LINUX4.lines().findFirst().orElseThrow()
            + "\nppp0 00000000 00000000 0001 0 0 0 00000000 0 0 0\n";

    assertThat(LinuxRoutes.ipv4(ppp)).contains(new DefaultRoute("ppp0", Optional.empty()));
  }

  @Test
  void readsMacOs() {
    assertThat(BsdRoutes.parse(MAC, IPV4)).contains(route("en0", "192.168.77.1"));
    assertThat(BsdRoutes.parse(MAC, IPV6)).contains(route("en0", "fe80::be24:11ff:fe00:1"));
  }

  @Test
  void readsWindowsInAnyLanguage() {
    assertThat(WindowsRoutes.parse(WINDOWS, IPV4)).contains(route("192.168.77.23", "192.168.77.1"));
    assertThat(WindowsRoutes.parse(WINDOWS, IPV6)).contains(route("12", "fe80::be24:11ff:fe00:1"));
  }

  @Test
  void findsNothingInWhatIsNoTable() {
    for (String text : new String[] {"", "\n\n", "a b c d e f g h i j k", "default", "0.0.0.0"}) {
      assertThat(LinuxRoutes.ipv4(text)).isEmpty();
      assertThat(LinuxRoutes.ipv6(text)).isEmpty();
      assertThat(BsdRoutes.parse(text, IPV4)).isEmpty();
      assertThat(WindowsRoutes.parse(text, IPV6)).isEmpty();
    }
  }

  private static DefaultRoute route(String link, String gateway) {
    return new DefaultRoute(link, IpAddress.parse(gateway));
  }
}
