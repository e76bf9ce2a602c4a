package io.github.dyn53.emulator.dynamodb;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;

/**
 * An error as DynamoDB writes it: its type, its message, and with some types what the caller needs
 * in order to go on.
 */
record ErrorBody(Map<String, Object> fields) {

  static ErrorBody of(String type, String message) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("__type", "com.amazonaws.dynamodb.v20120810#" + type);
    fields.put("message", message);
    return new ErrorBody(fields);
  }

  static ErrorBody of(AwsServiceException refused) {
    Optional<AwsErrorDetails> details = Optional.ofNullable(refused.awsErrorDetails());
    String type =
        details.map(AwsErrorDetails::errorCode).orElse(refused.getClass().getSimpleName());
    String message =
        details
            .map(AwsErrorDetails::errorMessage)
            .orElseGet(() -> Objects.requireNonNullElse(refused.getMessage(), ""));
    ErrorBody body = of(type, message);
    if (refused instanceof TransactionCanceledException canceled
        && canceled.hasCancellationReasons()) {
      body.fields().put("CancellationReasons", canceled.cancellationReasons());
    }
    if (refused instanceof ConditionalCheckFailedException failed && failed.hasItem()) {
      body.fields().put("Item", failed.item());
    }
    return body;
  }
}
