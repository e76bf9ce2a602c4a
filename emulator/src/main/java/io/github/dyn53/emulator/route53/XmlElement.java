package io.github.dyn53.emulator.route53;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * An element of a request's body; what the schema does not allow is refused as the service refuses
 * it.
 */
final class XmlElement {
  private final Element element;

  private XmlElement(Element element) {
    this.element = element;
  }

  /**
   * Reads a body whose root is {@code rootName}; document types, and with them entities, are not
   * read at all.
   *
   * @throws Refusal if the body is not such a document
   */
  static XmlElement parse(String body, String rootName) {
    try {
      var root = builder().parse(new InputSource(new StringReader(body))).getDocumentElement();
      if (!rootName.equals(root.getLocalName()) || !Xml.NAMESPACE.equals(root.getNamespaceURI())) {
        throw Refusal.invalidXml(
            "cvc-elt.1.a: Cannot find the declaration of element '%s'."
                .formatted(root.getNodeName()));
      }
      return new XmlElement(root);
    } catch (SAXException e) {
      throw Refusal.invalidXml(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new IllegalStateException("failed to read a text in memory", e);
    }
  }

  private static DocumentBuilder builder() {
    var factory = DocumentBuilderFactory.newDefaultNSInstance();
    try {
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      // The default one prints to standard error.
      builder.setErrorHandler(new DefaultHandler());
      return builder;
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK's XML parser cannot be hardened", e);
    }
  }

  /** Everything between the tags, as it stands. */
  String text() {
    return element.getTextContent();
  }

  List<XmlElement> children() {
    var children = new ArrayList<XmlElement>();
    for (var node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        children.add(new XmlElement(child));
      }
    }
    return children;
  }

  String name() {
    return String.valueOf(element.getLocalName());
  }

  Optional<XmlElement> child(String name) {
    return children().stream().filter(child -> child.name().equals(name)).findFirst();
  }

  XmlElement required(String name) {
    return child(name).orElseThrow(() -> incomplete(name));
  }

  /** The children, at least one, which must all have this name. */
  List<XmlElement> listOf(String name) {
    allowOnly(name);
    var children = children();
    if (children.isEmpty()) {
      throw incomplete(name);
    }
    return children;
  }

  private Refusal incomplete(String missing) {
    return Refusal.invalidXml(
        "cvc-complex-type.2.4.b: The content of element '%s' is not complete. '%s' is expected."
            .formatted(name(), missing));
  }

  void allowOnly(String... names) {
    for (var child : children()) {
      if (!Arrays.asList(names).contains(child.name())) {
        throw Refusal.invalidXml(
            "cvc-complex-type.2.4.a: Invalid content was found starting with element '%s' in '%s'."
                .formatted(child.name(), name()));
      }
    }
  }

  /** The text, which may have so many characters. */
  String text(int shortest, int longest) {
    var text = text();
    if (text.length() < shortest
        || text.length() > longest
        || text.chars().anyMatch(Character::isISOControl)) {
      throw Refusal.invalidXml(
          "cvc-maxLength-valid: The value of element '%s' must have %d to %d characters, none of them a control character."
              .formatted(name(), shortest, longest));
    }
    return text;
  }
}
