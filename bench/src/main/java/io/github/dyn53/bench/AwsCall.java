package io.github.dyn53.bench;

import io.github.dyn53.access.Secret;
import java.util.Arrays;
import java.util.Optional;

/** A call that the handlers make, and what AWS answers to it about the host of {@link Sample}. */
public enum AwsCall {
  /** The function's one read. */
  BATCH_GET_ITEM("BatchGetItem") {
    @Override
    public String answer() {
      return "{\"Responses\":{\"Tokens\":[%s],\"Hosts\":[%s]},\"UnprocessedKeys\":{}}"
          .formatted(token(), host());
    }
  },
  /** The Python handler's one read. */
  GET_ITEM("GetItem") {
    @Override
    public String answer() {
      return "{\"Item\":%s}".formatted(host());
    }
  },
  /** The wish. */
  TRANSACT_WRITE_ITEMS("TransactWriteItems"),
  /** The confirm. */
  UPDATE_ITEM("UpdateItem"),
  /** The publication. */
  CHANGE_RESOURCE_RECORD_SETS("ChangeResourceRecordSets") {
    @Override
    public String answer() {
      return """
      <?xml version="1.0" encoding="UTF-8"?>
      <ChangeResourceRecordSetsResponse xmlns="https://route53.amazonaws.com/doc/2013-04-01/">\
      <ChangeInfo><Id>/change/C0123456789ABCDEFGHIJ</Id><Status>PENDING</Status>\
      <SubmittedAt>2026-11-22T12:00:00.000Z</SubmittedAt></ChangeInfo>\
      </ChangeResourceRecordSetsResponse>\
      """;
    }
  };

  private final String operation;

  AwsCall(String operation) {
    this.operation = operation;
  }

  /**
   * Tells a call by its request.
   *
   * @param target the header {@code X-Amz-Target}, which only DynamoDB's calls have
   */
  public static Optional<AwsCall> of(Optional<String> target) {
    if (target.isEmpty()) {
      return Optional.of(CHANGE_RESOURCE_RECORD_SETS);
    }
    return Arrays.stream(values())
        .filter(call -> target.get().equals("DynamoDB_20120810." + call.operation))
        .findFirst();
  }

  /** The body of the answer. */
  public String answer() {
    return "{}";
  }

  private static String token() {
    return """
    {"hash":{"S":"%s"},"name":{"S":"router"},"role":{"S":"DEVICE"},\
    "grants":{"L":[{"M":{"name":{"S":"%s"}}}]},"created":{"S":"2026-01-01T00:00:00Z"}}\
    """
        .formatted(hash(), Sample.HOSTNAME);
  }

  /** With the hash of the secret, which is where the Python handler keeps it. */
  private static String host() {
    return """
    {"name":{"S":"%1$s"},"zone":{"S":"Z0123456789ABCDEFGHIJ"},"ttl":{"N":"60"},\
    "types":{"SS":["A","AAAA"]},"wildcard":{"BOOL":false},"specialAddresses":{"S":"REFUSE"},\
    "blocked":{"BOOL":false},"wanted":{"M":{"v4":{"S":"%2$s"}}},\
    "published":{"M":{"v4":{"S":"%2$s"}}},"version":{"N":"7"},\
    "lastChanged":{"S":"2026-11-01T00:00:00Z"},"lastSeen":{"S":"9999-01-01T00:00:00Z"},\
    "hash":{"S":"%3$s"}}\
    """
        .formatted(Sample.HOSTNAME, Sample.PUBLISHED, hash());
  }

  private static String hash() {
    return new Secret(Sample.SECRET).hash().value();
  }
}
