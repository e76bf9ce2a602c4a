package io.github.dyn53.emulator.acme;

class CertbotTest extends AcmeClientContract {

  CertbotTest() {
    super(new Certbot());
  }
}
