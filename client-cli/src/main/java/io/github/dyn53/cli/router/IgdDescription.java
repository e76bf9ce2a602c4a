package io.github.dyn53.cli.router;

import io.github.dyn53.dns.Ipv4Address;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What an Internet gateway says of itself: the connections whose address can be asked for. */
final class IgdDescription {

  /** WANIPConnection of IGD:2 and IGD:1, and WANPPPConnection, in this order of preference. */
  static final List<String> TYPES =
      List.of(
          "urn:schemas-upnp-org:service:WANIPConnection:2",
          "urn:schemas-upnp-org:service:WANIPConnection:1",
          "urn:schemas-upnp-org:service:WANPPPConnection:1");

  private static final int LAST_PORT = 65_535;

  private IgdDescription() {}

  /** A connection to the outside, and where it is asked. */
  record Service(String type, URI control) {}

  /** The services of a description; only such as are asked at the gateway itself. */
  static List<Service> services(Document description, URI location, Ipv4Address gateway) {
    Optional<URI> base = first(description, "URLBase").flatMap(text -> at(location, text, gateway));
    List<Service> services = new ArrayList<>();
    NodeList elements = description.getElementsByTagNameNS("*", "service");
    for (String type : TYPES) {
      for (int i = 0; i < elements.getLength(); i++) {
        if (elements.item(i) instanceof Element service
            && child(service, "serviceType").filter(type::equals).isPresent()) {
          child(service, "controlURL")
              .flatMap(text -> at(base.orElse(location), text, gateway))
              .ifPresent(control -> services.add(new Service(type, control)));
        }
      }
    }
    return services;
  }

  /** Reads a URL; nothing where it leads anywhere but to the gateway, over HTTP. */
  static Optional<URI> at(URI base, String text, Ipv4Address gateway) {
    try {
      URI url = base.resolve(text);
      boolean own =
          "http".equalsIgnoreCase(url.getScheme()) && gateway.text().equals(url.getHost());
      // A URI may have any number for a port; a socket throws at one that there is not.
      return own && url.getUserInfo() == null && url.getPort() <= LAST_PORT
          ? Optional.of(url)
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The text of the first element of that name in the whole document. */
  static Optional<String> first(Document document, String name) {
    NodeList elements = document.getElementsByTagNameNS("*", name);
    return elements.getLength() == 0 ? Optional.empty() : text(elements.item(0));
  }

  private static Optional<String> child(Element parent, String name) {
    for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (name.equals(node.getLocalName())) {
        return text(node);
      }
    }
    return Optional.empty();
  }

  /** Not getTextContent, which descends as deep as whoever wrote the document likes. */
  private static Optional<String> text(Node element) {
    Node only = element.getFirstChild();
    if (only == null || only.getNodeType() != Node.TEXT_NODE) {
      return Optional.empty();
    }
    return Optional.of(only.getNodeValue().strip());
  }
}
