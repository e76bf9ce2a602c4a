package io.github.dyn53.emulator.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilterPatternTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {}                               | {"a":1}           | true
          {"a":["x","y"]}                  | {"a":"y"}         | true
          {"a":["x","y"]}                  | {"a":"z"}         | false
          {"a":["x"]}                      | {}                | false
          {"a":["x"],"b":["y"]}            | {"a":"x","b":"z"} | false
          {"a":{"b":[1]}}                  | {"a":{"b":1}}     | true
          {"a":{"b":[true]}}               | {"a":{"b":false}} | false
          {"a":[null]}                     | {"a":null}        | true
          {"a":[null]}                     | {}                | false
          {"a":{"b":[{"exists":true}]}}    | {"a":{"b":""}}    | true
          {"a":{"b":[{"exists":true}]}}    | {"a":{}}          | false
          {"a":{"b":[{"exists":true}]}}    | {}                | false
          {"a":{"b":[{"exists":false}]}}   | {"a":{"b":"x"}}   | false
          {"a":{"b":[{"exists":false}]}}   | {"a":{}}          | true
          {"a":{"b":[{"exists":false}]}}   | {}                | true
          {"a":[{"exists":true}]}          | {"a":{"b":1}}     | false
          {"a":[{"prefix":"ab"},"x"]}      | {"a":"abc"}       | true
          {"a":[{"prefix":"ab"},"x"]}      | {"a":"ba"}        | false
          """)
  void matches(String pattern, String event, boolean matches) throws IOException {
    assertThat(FilterPattern.parse(pattern).matches(new JsonMapper().readTree(event)))
        .isEqualTo(matches);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{",
        "{\"a\":1}",
        "{\"a\":[{\"numeric\":[\">\",1]}]}",
        "{\"a\":[{\"exists\":1}]}"
      })
  void refusesWhatItDoesNotKnow(String pattern) {
    assertThatThrownBy(() -> FilterPattern.parse(pattern))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
