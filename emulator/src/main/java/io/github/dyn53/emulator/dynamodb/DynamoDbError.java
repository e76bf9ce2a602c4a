package io.github.dyn53.emulator.dynamodb;

/** The errors that a script can let the database answer with. */
public enum DynamoDbError {
  /** {@code ProvisionedThroughputExceededException}, status 400. */
  THROTTLE(400, "ProvisionedThroughputExceededException", "Rate of requests exceeds throughput."),
  /** {@code AccessDeniedException}, status 400. */
  ACCESS_DENIED(400, "AccessDeniedException", "User is not authorized to perform this action."),
  /** {@code InternalServerError}, status 500. */
  INTERNAL_ERROR(500, "InternalServerError", "Internal server error"),
  /** {@code ServiceUnavailable}, status 503. */
  UNAVAILABLE(503, "ServiceUnavailable", "Service is unavailable. Please try again.");

  private final int status;
  private final String type;
  private final String message;

  DynamoDbError(int status, String type, String message) {
    this.status = status;
    this.type = type;
    this.message = message;
  }

  int status() {
    return status;
  }

  ErrorBody body() {
    return ErrorBody.of(type, message);
  }
}
