package io.github.dyn53.access;

import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.IpAddress;
import io.github.dyn53.dns.Label;
import io.github.dyn53.dns.Network;
import io.github.dyn53.dns.RecordType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A credential as it is stored: everything but the secret.
 *
 * @param hash the SHA-256 of the secret
 * @param name what the owner calls it, such as {@code router}; during a rotation two tokens share
 *     it
 * @param role what kind of caller it stands for
 * @param grants which hosts a device may update
 * @param created when it was made
 * @param expires when it stops working; without it, never
 * @param allowedNetworks where it may be used from; empty means anywhere
 * @param limits how much it may do
 */
public record Token(
    TokenHash hash,
    String name,
    Role role,
    List<Grant> grants,
    Instant created,
    Optional<Instant> expires,
    List<Network> allowedNetworks,
    Limits limits) {

  public Token {
    grants = List.copyOf(grants);
    allowedNetworks = List.copyOf(allowedNetworks);
  }

  /** A token with the usual limits. */
  public Token(
      TokenHash hash,
      String name,
      Role role,
      List<Grant> grants,
      Instant created,
      Optional<Instant> expires,
      List<Network> allowedNetworks) {
    this(hash, name, role, grants, created, expires, allowedNetworks, Limits.USUAL);
  }

  /** Whether the bearer is let in at all, at that time and from that address. */
  public boolean admits(IpAddress source, Instant now) {
    boolean inNetwork =
        allowedNetworks.isEmpty() || allowedNetworks.stream().anyMatch(n -> n.contains(source));
    return inNetwork && !isExpired(now);
  }

  /** Whether its time is over. */
  public boolean isExpired(Instant now) {
    return expires.map(end -> !now.isBefore(end)).orElse(false);
  }

  /** Whether the bearer may update these record sets of this host at that time. */
  public boolean mayUpdate(Hostname hostname, Set<RecordType> types, Instant now) {
    return role == Role.ADMIN
        || grants.stream().anyMatch(grant -> grant.covers(hostname, types, now));
  }

  /** The hosts that it is for and whose record sets of these types it may update, by name. */
  public List<Hostname> ownHosts(Set<RecordType> types, Instant now) {
    return grants.stream()
        .map(Grant::name)
        .filter(name -> !name.isWildcard() && mayUpdate(name, types, now))
        .distinct()
        .toList();
  }

  /**
   * The host that a bearer means who says its first label alone: the one among {@link #ownHosts}
   * that begins with it, or else the one below the only name that all may be updated below. Where
   * there are two it is none of them: a guess might move the wrong one.
   */
  public Optional<Hostname> hostCalled(Label label, Set<RecordType> types, Instant now) {
    List<Hostname> own = ownHosts(types, now).stream().filter(label::begins).toList();
    if (!own.isEmpty()) {
      return only(own);
    }
    List<Hostname> below =
        grants.stream()
            .flatMap(grant -> grant.name().belowWildcard().stream())
            .flatMap(name -> label.below(name).stream())
            .filter(host -> mayUpdate(host, types, now))
            .distinct()
            .toList();
    return only(below);
  }

  private static Optional<Hostname> only(List<Hostname> hosts) {
    return hosts.size() == 1 ? Optional.of(hosts.getFirst()) : Optional.empty();
  }

  /** The same token, ending at {@code end} or when it would have ended anyway. */
  public Token endingBy(Instant end) {
    Instant earlier = expires.filter(end::isAfter).orElse(end);
    return new Token(
        hash, name, role, grants, created, Optional.of(earlier), allowedNetworks, limits);
  }
}
