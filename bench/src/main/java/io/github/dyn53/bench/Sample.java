package io.github.dyn53.bench;

/** Who asks: the host, the secret and the addresses that every measured request is about. */
public final class Sample {

  /** A host that exists. */
  public static final String HOSTNAME = "home.dyn.example.com";

  /** The address that the host has already. */
  public static final String PUBLISHED = "93.184.216.34";

  /** The secret of a token that may update it: known to nobody but these measurements. */
  public static final String SECRET = "benchbenchbenchbenchbenchbenchbe";

  private static final String OTHER = "93.184.216.35";

  private Sample() {}

  /** An update to the address that the host has already. */
  public static String unchanged() {
    return update(SECRET, PUBLISHED);
  }

  /** An update to another address; what answers never learns it, so it stays another. */
  public static String changed() {
    return update(SECRET, OTHER);
  }

  /** An update with a password that can't be a secret. */
  public static String badauth() {
    return update("wrong", PUBLISHED);
  }

  /** A question for one's own address. */
  public static String checkip() {
    return event("/checkip", "", SECRET);
  }

  private static String update(String secret, String address) {
    return event("/nic/update", "hostname=" + HOSTNAME + "&myip=" + address, secret);
  }

  /** An event as an HTTP API makes it of ddclient's request. */
  private static String event(String path, String query, String secret) {
    return """
    {"version":"2.0","routeKey":"$default","rawPath":"%1$s","rawQueryString":"%2$s",
    "headers":{"accept":"*/*","authorization":"Bearer %3$s",
    "content-length":"0","host":"abcdefghij.execute-api.eu-central-1.amazonaws.com",
    "user-agent":"ddclient/3.10.0","x-amzn-trace-id":"Root=1-67000000-000000000000000000000000",
    "x-forwarded-for":"93.184.216.34","x-forwarded-port":"443","x-forwarded-proto":"https"},
    "requestContext":{"accountId":"123456789012","apiId":"abcdefghij",
    "domainName":"abcdefghij.execute-api.eu-central-1.amazonaws.com","domainPrefix":"abcdefghij",
    "http":{"method":"GET","path":"%1$s","protocol":"HTTP/1.1","sourceIp":"93.184.216.34",
    "userAgent":"ddclient/3.10.0"},"requestId":"bench","routeKey":"$default","stage":"$default",
    "time":"22/Nov/2026:12:00:00 +0000","timeEpoch":1795348800000},"isBase64Encoded":false}
    """
        .formatted(path, query, secret);
  }
}
