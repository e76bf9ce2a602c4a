package io.github.dyn53.protocol;

import java.util.Map;
import java.util.Optional;

/** Port: reads the one kind of JSON that clients send, an object of texts. */
public interface JsonTexts {

  /**
   * Reads untrusted text.
   *
   * @return the members that are texts, the last of each name; nothing where it is no JSON object
   */
  Optional<Map<String, String>> read(String json);
}
