package io.github.dyn53.access;

import java.util.List;

/** The tokens an owner has handed out, as the owner manages them. */
public interface Tokens {

  /**
   * All tokens, in no order; expired ones may be among them.
   *
   * @throws TokensUnavailableException when they could not be read
   */
  List<Token> list();

  /**
   * Writes a token, in place of the one with the same hash.
   *
   * @throws TokensUnavailableException when it could not be confirmed
   */
  void put(Token token);

  /**
   * Forgets a token; one that is not there is no error.
   *
   * @throws TokensUnavailableException when it could not be confirmed
   */
  void remove(TokenHash hash);
}
