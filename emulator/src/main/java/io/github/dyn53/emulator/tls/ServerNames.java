package io.github.dyn53.emulator.tls;

import java.net.InetAddress;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;

/**
 * What a server's certificate says the server is called: this machine's own names, then those it is
 * given.
 *
 * @param names host names
 * @param addresses literals as Java writes them, IPv6 uncompressed
 */
record ServerNames(List<String> names, List<String> addresses) {

  static ServerNames with(Collection<String> names, Collection<InetAddress> addresses) {
    var allNames = new ArrayList<>(List.of("localhost"));
    allNames.addAll(names);
    var allAddresses = new ArrayList<>(List.of("127.0.0.1", "0:0:0:0:0:0:0:1"));
    addresses.forEach(address -> allAddresses.add(address.getHostAddress()));
    return new ServerNames(List.copyOf(allNames), List.copyOf(allAddresses));
  }

  /** RFC 5280 section 4.2.1.6. */
  GeneralNames extension() {
    return new GeneralNames(
        Stream.concat(
                names.stream().map(name -> new GeneralName(GeneralName.dNSName, name)),
                addresses.stream().map(text -> new GeneralName(GeneralName.iPAddress, text)))
            .toArray(GeneralName[]::new));
  }

  /** Whether {@code certificate} gives them all. */
  boolean areIn(X509Certificate certificate) {
    try {
      Set<String> given =
          Optional.ofNullable(certificate.getSubjectAlternativeNames()).stream()
              .flatMap(Collection::stream)
              .map(name -> String.valueOf(name.get(1)))
              .collect(Collectors.toCollection(HashSet::new));
      return given.containsAll(names) && given.containsAll(addresses);
    } catch (CertificateParsingException e) {
      return false;
    }
  }
}
