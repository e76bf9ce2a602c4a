package io.github.dyn53.memory;

import io.github.dyn53.access.Token;
import io.github.dyn53.access.TokenHash;
import io.github.dyn53.access.Tokens;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens in memory. Safe for use by several threads. */
public final class InMemoryTokens implements Tokens {

  private final Map<TokenHash, Token> tokens = new ConcurrentHashMap<>();

  @Override
  public List<Token> list() {
    return List.copyOf(tokens.values());
  }

  @Override
  public void put(Token token) {
    tokens.put(token.hash(), token);
  }

  @Override
  public void remove(TokenHash hash) {
    tokens.remove(hash);
  }

  Optional<Token> find(TokenHash hash) {
    return Optional.ofNullable(tokens.get(hash));
  }
}
