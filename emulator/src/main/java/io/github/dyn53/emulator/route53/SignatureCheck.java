package io.github.dyn53.emulator.route53;

import java.util.regex.Pattern;

/**
 * Sees that a request is signed for Route 53; nobody's key is known here, so the signature itself
 * is not checked.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv-authentication-methods.html">Signature
 *     Version 4, Authorization header</a>
 */
final class SignatureCheck {
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          "AWS4-HMAC-SHA256 +Credential=[^/,\\s]+/\\d{8}/[a-z0-9-]+/(?<service>[a-z0-9-]+)/aws4_request *,"
              + " *SignedHeaders=[a-z0-9;-]+ *, *Signature=[0-9a-f]{64}");

  private SignatureCheck() {}

  /**
   * Checks the value of the Authorization header, empty if there was none.
   *
   * @throws Refusal if it is not that of a request signed for Route 53
   */
  static void check(String authorization) {
    if (authorization.isBlank()) {
      throw new Refusal(403, "MissingAuthenticationToken", "Missing Authentication Token");
    }
    var signature = AUTHORIZATION.matcher(authorization.strip());
    if (!signature.matches()) {
      throw new Refusal(
          403,
          "IncompleteSignature",
          "The Authorization header is not that of AWS Signature Version 4.");
    }
    if (!signature.group("service").equals("route53")) {
      throw new Refusal(
          403,
          "SignatureDoesNotMatch",
          "Credential should be scoped to correct service: 'route53'.");
    }
  }
}
