package io.github.dyn53.cli.http;

import java.time.Instant;

/**
 * The certificate a server showed, which was believed.
 *
 * @param signer who signed it, as the certificate names them
 */
public record ServerCertificate(String signer, Instant validUntil) {}
