package io.github.dyn53.emulator.route53;

import java.util.List;
import org.xbill.DNS.Name;

/**
 * What a hosted zone is, apart from its records.
 *
 * @param id without its {@code /hostedzone/} prefix
 * @param callerReference what its maker named it by; no two zones share one
 * @param comment empty for none
 * @param nameServers absolute names; never empty
 */
record ZoneDescription(
    String id, Name name, String callerReference, String comment, List<String> nameServers) {
  ZoneDescription {
    nameServers = List.copyOf(nameServers);
  }
}
