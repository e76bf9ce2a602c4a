package io.github.dyn53.emulator.cloud;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MotoTest {

  /** Otherwise a test that was renamed would be run where it has to fail. */
  @Test
  void leavesOutOnlyTestsThatExist() {
    Set<String> tests =
        Arrays.stream(CloudContract.class.getDeclaredClasses())
            .flatMap(MotoTest::tests)
            .collect(Collectors.toSet());

    assertThat(tests).containsAll(Moto.WRONG.keySet());
  }

  private static Stream<String> tests(Class<?> nested) {
    return Stream.concat(
            Stream.of(nested.getDeclaredMethods()),
            Stream.of(nested.getSuperclass().getDeclaredMethods()))
        .map(method -> nested.getSimpleName() + "." + method.getName());
  }
}
