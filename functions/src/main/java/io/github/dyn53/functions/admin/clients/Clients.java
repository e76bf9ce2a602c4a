package io.github.dyn53.functions.admin.clients;

import java.util.List;
import java.util.Optional;

/** All clients that there is a text for, in the order in which people are shown them. */
public final class Clients {

  private static final List<String> NAMES =
      List.of(
          "ddclient",
          "ddclient-3",
          "inadyn",
          "curl",
          "dyn53",
          "fritzbox",
          "openwrt",
          "unifi",
          "edgerouter",
          "mikrotik",
          "pfsense",
          "opnsense",
          "synology",
          "qnap",
          "asus",
          "lego",
          "traefik",
          "caddy",
          "acme.sh",
          "cert-manager",
          "certbot");

  private Clients() {}

  /** All of them. */
  public static List<Client> all() {
    return NAMES.stream().map(ClientFile::read).toList();
  }

  /** The names of all. */
  public static List<String> names() {
    return NAMES;
  }

  /** The client of this name. */
  public static Optional<Client> named(String name) {
    return Optional.of(name).filter(NAMES::contains).map(ClientFile::read);
  }
}
