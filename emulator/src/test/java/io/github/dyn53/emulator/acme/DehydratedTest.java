package io.github.dyn53.emulator.acme;

class DehydratedTest extends AcmeClientContract {

  DehydratedTest() {
    super(new Dehydrated());
  }
}
