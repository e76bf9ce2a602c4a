package io.github.dyn53.emulator.lambda;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** A reply of Lambda's HTTP API, as its wire form has it. */
record LambdaReply(int status, Map<String, String> headers, String body) {

  private static final JsonMapper JSON = new JsonMapper();

  LambdaReply {
    headers = Map.copyOf(headers);
  }

  static LambdaReply of(Invocation invocation) {
    return switch (invocation) {
      case Invocation.Returned(String payload) ->
          new LambdaReply(200, Map.of("X-Amz-Executed-Version", "$LATEST"), payload);
      case Invocation.Failed(String type, String message) -> {
        ObjectNode error = JSON.createObjectNode();
        error.put("errorMessage", message).put("errorType", type);
        yield new LambdaReply(
            200,
            Map.of("X-Amz-Executed-Version", "$LATEST", "X-Amz-Function-Error", "Unhandled"),
            error.toString());
      }
    };
  }

  /** What was asked for is under way, or would be: no body. */
  static LambdaReply empty(int status) {
    return new LambdaReply(status, Map.of(), "");
  }

  static LambdaReply json(ObjectNode body) {
    return new LambdaReply(200, Map.of(), body.toString());
  }

  /** An error of the service itself; {@code type} is the exception that an SDK makes of it. */
  static LambdaReply error(int status, String type, String message) {
    ObjectNode error = JSON.createObjectNode();
    error.put("Type", "User").put("message", message).put("Message", message);
    return new LambdaReply(status, Map.of("X-Amzn-ErrorType", type), error.toString());
  }
}
