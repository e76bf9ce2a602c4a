package io.github.dyn53;

import io.github.dyn53.protocol.JsonTexts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the JSON that these tests write: texts without anything escaped. */
final class PlainJson implements JsonTexts {

  private static final Pattern MEMBER = Pattern.compile("\"([^\"]*)\"\\s*:\\s*\"([^\"]*)\"");

  private static final Pattern TEXT = Pattern.compile("\"([^\"]*)\"");

  @Override
  public Optional<Map<String, String>> read(String json) {
    if (!json.startsWith("{") || !json.endsWith("}")) {
      return Optional.empty();
    }
    Map<String, String> members = new HashMap<>();
    Matcher matcher = MEMBER.matcher(json);
    while (matcher.find()) {
      members.put(matcher.group(1), matcher.group(2));
    }
    return Optional.of(members);
  }

  @Override
  public Optional<List<String>> list(String json, String name) {
    if (json.isEmpty() || json.equals("null")) {
      return Optional.of(List.of());
    }
    Matcher list = Pattern.compile("\"" + name + "\"\\s*:\\s*\\[([^]]*)]").matcher(json);
    return read(json)
        .map(unused ->
            list.find()
                ? TEXT.matcher(list.group(1)).results().map(text -> text.group(1)).toList()
                : List.of());
  }
}
