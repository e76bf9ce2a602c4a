package io.github.dyn53.cli.address;

import java.util.Optional;

/** Port: whether the endpoint is to be left alone for a while, as it is in trouble. */
public interface Pause {

  /** For whoever asks because a person wants to know: there is none. */
  Pause NONE =
      new Pause() {
        @Override
        public Optional<String> why() {
          return Optional.empty();
        }

        @Override
        public void begin(String reason, Optional<String> retryAfter) {
          // A person may ask as often as they like.
        }

        @Override
        public void end() {
          // There was none.
        }
      };

  /** Why it must not be asked now, for people; nothing where it may be. */
  Optional<String> why();

  /**
   * It was asked, and answered that it is in trouble.
   *
   * @param retryAfter the header of that name as it came
   */
  void begin(String reason, Optional<String> retryAfter);

  /** It was asked, and told the address. */
  void end();
}
