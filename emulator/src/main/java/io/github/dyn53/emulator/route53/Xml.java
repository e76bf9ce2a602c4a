package io.github.dyn53.emulator.route53;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An element of an answer: text or children. */
record Xml(String name, String content, List<Xml> children) {
  static final String NAMESPACE = "https://route53.amazonaws.com/doc/2013-04-01/";

  Xml {
    children = List.copyOf(children);
  }

  static Xml text(String name, String content) {
    return new Xml(name, content, List.of());
  }

  static Xml number(String name, long number) {
    return text(name, Long.toString(number));
  }

  static Xml node(String name, Xml... children) {
    return new Xml(name, "", List.of(children));
  }

  static Xml list(String name, Stream<Xml> children) {
    return new Xml(name, "", children.toList());
  }

  /** This element with one more child at its end. */
  Xml with(Xml child) {
    return new Xml(name, content, Stream.concat(children.stream(), Stream.of(child)).toList());
  }

  /** The whole document with this element as its root, in the API's namespace. */
  String document() {
    var text = new StringWriter();
    try {
      var writer = XMLOutputFactory.newFactory().createXMLStreamWriter(text);
      writer.writeStartDocument("UTF-8", "1.0");
      writer.setDefaultNamespace(NAMESPACE);
      writer.writeStartElement(NAMESPACE, name);
      writer.writeDefaultNamespace(NAMESPACE);
      writeContent(writer);
      writer.writeEndElement();
      writer.writeEndDocument();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("failed to write <%s>".formatted(name), e);
    }
    return text.toString();
  }

  private void writeContent(XMLStreamWriter writer) throws XMLStreamException {
    writer.writeCharacters(content);
    for (var child : children) {
      writer.writeStartElement(NAMESPACE, child.name());
      child.writeContent(writer);
      writer.writeEndElement();
    }
  }
}
