package io.github.dyn53.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.FreshNames;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every implementation of {@link Tokens} keeps to. */
public abstract class TokensContract {

  /** The tokens under test; the same ones at each call. */
  protected abstract Tokens tokens();

  @Test
  void keepsEveryFieldOfFullToken() {
    Token token = put(TokenSamples.full());

    assertThat(tokens().list()).contains(token);
  }

  @Test
  void keepsEveryFieldOfBareToken() {
    Token token = put(TokenSamples.bare());

    assertThat(tokens().list()).contains(token);
  }

  @Test
  void listsEveryTokenOnce() {
    List<Token> many = Stream.generate(TokenSamples::full).limit(30).toList();
    many.forEach(tokens()::put);

    assertThat(tokens().list()).containsAll(many).doesNotHaveDuplicates();
  }

  @Test
  void replacesTokenOfSameHash() {
    Token token = put(TokenSamples.bare());
    Token ending = put(token.endingBy(TokenSamples.FAR));

    assertThat(tokens().list()).contains(ending).doesNotContain(token);
  }

  @Test
  void removesOneToken() {
    Token removed = put(TokenSamples.full());
    Token kept = put(TokenSamples.full());

    tokens().remove(removed.hash());

    assertThat(tokens().list()).contains(kept).doesNotContain(removed);
  }

  @Test
  void removesTokenThatIsNotThere() {
    Token kept = put(TokenSamples.bare());

    tokens().remove(FreshNames.tokenHash());

    assertThat(tokens().list()).contains(kept);
  }

  private Token put(Token token) {
    tokens().put(token);
    return token;
  }
}
