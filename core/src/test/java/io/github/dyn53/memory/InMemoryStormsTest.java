package io.github.dyn53.memory;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.publish.Storms;
import io.github.dyn53.publish.StormsContract;
import org.junit.jupiter.api.Test;

class InMemoryStormsTest extends StormsContract {

  private final InMemoryStorms storms = new InMemoryStorms();

  @Override
  protected Storms storms() {
    return storms;
  }

  @Test
  void knowsOfNoStormAtFirst() {
    assertThat(storms.until()).isEmpty();
  }
}
