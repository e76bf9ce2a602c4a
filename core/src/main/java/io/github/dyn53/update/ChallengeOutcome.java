package io.github.dyn53.update;

/** What came of a request about one host's challenges. */
public sealed interface ChallengeOutcome {

  /** No such token, or not at this time or from this address. */
  record Unauthenticated() implements ChallengeOutcome {}

  /** No such host, or its TXT records are not the token's to write. */
  record NotAllowed() implements ChallengeOutcome {}

  /**
   * The token may not do so much; nothing was changed.
   *
   * @param reason for the log
   */
  record OverLimit(String reason) implements ChallengeOutcome {}

  /**
   * The zone is as asked.
   *
   * @param inSync whether all of its name servers are known to answer so; where not, most do
   * @param changed whether it was not so before
   */
  record Done(boolean inSync, boolean changed) implements ChallengeOutcome {}

  /**
   * The zone is not known to be as asked; the client may ask again.
   *
   * @param reason for the log
   */
  record Unavailable(String reason) implements ChallengeOutcome {}
}
