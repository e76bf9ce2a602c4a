package io.github.dyn53.cli.http;

import java.util.Optional;

class JdkTlsTest extends TlsContract {

  @Override
  SocketHttpClient client(Trust trust) {
    return new SocketHttpClient(new TlsSockets(trust, Optional::empty));
  }
}
