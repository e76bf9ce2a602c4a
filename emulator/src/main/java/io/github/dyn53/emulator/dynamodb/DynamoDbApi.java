package io.github.dyn53.emulator.dynamodb;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbRequest;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbResponse;
import software.amazon.dynamodb.services.local.shared.mapper.DynamoDbObjectMapper;

/** DynamoDB's JSON protocol: each request becomes a call of the client's method of that name. */
final class DynamoDbApi extends Handler.Abstract {

  private static final String TARGET = "DynamoDB_20120810.";
  private static final Map<String, Method> OPERATIONS = operations();

  private final DynamoDbObjectMapper json = new DynamoDbObjectMapper();
  private final DynamoDbClient client;

  DynamoDbApi(DynamoDbClient client) {
    this.client = client;
  }

  private static Map<String, Method> operations() {
    Map<String, Method> operations = new HashMap<>();
    for (Method method : DynamoDbClient.class.getMethods()) {
      if (DynamoDbResponse.class.isAssignableFrom(method.getReturnType())
          && method.getParameterCount() == 1
          && DynamoDbRequest.class.isAssignableFrom(method.getParameterTypes()[0])) {
        operations.put(TARGET + operation(method), method);
      }
    }
    return Map.copyOf(operations);
  }

  /** The operations that are served, as the API names them. */
  static List<String> operationNames() {
    return OPERATIONS.keySet().stream()
        .map(target -> target.substring(TARGET.length()))
        .sorted()
        .toList();
  }

  /** The SDK's methods are named like the operations, but for the first letter. */
  private static String operation(Method method) {
    String name = method.getName();
    return Character.toUpperCase(name.charAt(0)) + name.substring(1);
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws IOException {
    String target = Objects.requireNonNullElse(request.getHeaders().get("X-Amz-Target"), "");
    byte[] sent = Content.Source.asInputStream(request).readAllBytes();
    Answer answer = answer(target, sent);
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    response.setStatus(answer.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/x-amz-json-1.0");
    response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
    response.write(true, ByteBuffer.wrap(body), callback);
    return true;
  }

  private Answer answer(String target, byte[] sent) throws IOException {
    Method operation = OPERATIONS.get(target);
    if (operation == null) {
      return failed(400, ErrorBody.of("UnknownOperationException", "Unknown operation"));
    }
    try {
      Object request = json.readValue(sent, operation.getParameterTypes()[0]);
      return new Answer(200, json.writeValueAsString(operation.invoke(client, request)));
    } catch (JsonProcessingException e) {
      return failed(400, ErrorBody.of("SerializationException", "Not the JSON of a request"));
    } catch (InvocationTargetException e) {
      return e.getTargetException() instanceof AwsServiceException refused
          ? failed(refused.statusCode() == 0 ? 400 : refused.statusCode(), ErrorBody.of(refused))
          : failed(500, ErrorBody.of("InternalServerError", "The request could not be served"));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }

  private Answer failed(int status, ErrorBody body) throws IOException {
    return new Answer(status, json.writeValueAsString(body.fields()));
  }

  private record Answer(int status, String body) {}
}
