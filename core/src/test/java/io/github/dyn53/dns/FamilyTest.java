package io.github.dyn53.dns;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FamilyTest {

  @ParameterizedTest
  @CsvSource({"IPV4, IPv4", "IPV6, IPv6"})
  void isCalledAsPeopleCallIt(Family family, String label) {
    assertThat(family.label()).isEqualTo(label);
  }
}
