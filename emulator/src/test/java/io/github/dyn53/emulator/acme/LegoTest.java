package io.github.dyn53.emulator.acme;

class LegoTest extends AcmeClientContract {

  LegoTest() {
    super(new Lego());
  }
}
