package io.github.dyn53.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Port: reads the little JSON that clients send. */
public interface JsonTexts {

  /**
   * Reads an object of texts from untrusted text.
   *
   * @return the members that are texts, the last of each name; nothing where it is no JSON object
   */
  Optional<Map<String, String>> read(String json);

  /**
   * Reads one member of an object, a list of texts, from untrusted text.
   *
   * @return none where there is no such member, no object or no text at all, or null in place of
   *     one; nothing where it is no JSON, or the member is something else
   */
  Optional<List<String>> list(String json, String name);
}
