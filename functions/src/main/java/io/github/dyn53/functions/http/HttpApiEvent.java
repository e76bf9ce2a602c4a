package io.github.dyn53.functions.http;

import io.github.dyn53.protocol.WebRequest;

/**
 * An event of an API Gateway HTTP API, payload format 2.0, as far as dyn53 reads it.
 *
 * @param requestId the id that API Gateway gave the request
 * @param request the request itself
 */
record HttpApiEvent(String requestId, WebRequest request) {}
