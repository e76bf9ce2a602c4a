package io.github.dyn53.cli.state;

import io.github.dyn53.dns.Addresses;
import io.github.dyn53.protocol.ReturnCode;
import java.time.Instant;

/**
 * The endpoint refused a host; asking the same again would get the same answer.
 *
 * @param fingerprint of what was asked with, to see when it is no longer the same
 * @param addresses that were refused
 */
public record Stop(ReturnCode code, String fingerprint, Instant since, Addresses addresses) {}
