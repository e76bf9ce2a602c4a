package io.github.dyn53.cli.address;

import io.github.dyn53.dns.SpecialPurpose;
import java.util.List;
import java.util.Optional;

/**
 * What came of asking a chain.
 *
 * @param outcome the first public address, or why there is none
 * @param seen what each source said that was asked, in that order
 */
public record ChainFinding(Finding outcome, List<Seen> seen) {

  private static final String ENDPOINT = new SourceSpec.Endpoint().text();

  public ChainFinding {
    seen = List.copyOf(seen);
  }

  /**
   * For people: that there is another NAT, where the router hides it; one that it shows is
   * described where it was seen.
   */
  public Optional<String> hiddenNat() {
    for (Seen router : seen) {
      for (Seen endpoint : seen) {
        if (router.finding() instanceof Finding.None none
            && endpoint.finding() instanceof Finding.Found found
            && endpoint.source().equals(ENDPOINT)) {
          Optional<String> hidden = SecondNat.hidden(none, found.address());
          if (hidden.isPresent()) {
            return hidden;
          }
        }
      }
    }
    return Optional.empty();
  }

  /**
   * What one source said.
   *
   * @param source its name in the configuration
   * @param purpose why the world can't reach the address found, where it can't
   */
  public record Seen(String source, Finding finding, Optional<SpecialPurpose> purpose) {

    /** For people: what was found, and what it means where it is of no use. */
    public String describe() {
      return switch (finding) {
        case Finding.Found found ->
            found.address().text()
                + (purpose.isEmpty() ? "" : ", not used: " + Objection.to(found, purpose.get()));
        case Finding.None none -> "none: " + none.reason();
        case Finding.Failed failed -> "can't tell: " + failed.reason();
      };
    }
  }
}
