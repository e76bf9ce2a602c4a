package io.github.dyn53.cli.http;

import java.util.Optional;

class JdkTlsTest extends TlsContract {

  @Override
  TlsSockets tls(Trust trust) {
    return new TlsSockets(trust, Optional::empty);
  }
}
