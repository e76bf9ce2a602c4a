package io.github.dyn53.memory;

import io.github.dyn53.access.Tokens;
import io.github.dyn53.access.TokensContract;

class InMemoryTokensTest extends TokensContract {

  private final InMemoryTokens tokens = new InMemoryTokens();

  @Override
  protected Tokens tokens() {
    return tokens;
  }
}
