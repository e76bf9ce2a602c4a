package io.github.dyn53.functions.template;

import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The IAM actions behind calls to the AWS SDK. */
final class AwsActions {

  private static final String SERVICES = "software.amazon.awssdk.services.";
  private static final String DYNAMODB = SERVICES + "dynamodb.DynamoDbClient";
  private static final String ROUTE53 = SERVICES + "route53.Route53Client";
  private static final String TRANSACTION_PART =
      SERVICES + "dynamodb.model.TransactWriteItem$Builder";
  private static final Set<String> NO_OPERATION =
      Set.of("builder", "close", "create", "serviceClientConfiguration", "serviceName", "waiter");

  private AwsActions() {}

  /** Of all the calls together, as {@code dynamodb:GetItem}. */
  static Set<String> of(Set<CodeUnitAccessTarget> calls) {
    return calls.stream().flatMap(AwsActions::of).collect(Collectors.toCollection(TreeSet::new));
  }

  private static Stream<String> of(CodeUnitAccessTarget call) {
    String method = call.getName();
    return switch (call.getOwner().getFullName()) {
      case DYNAMODB -> operation("dynamodb", method);
      case ROUTE53 -> operation("route53", method);
      case TRANSACTION_PART -> transactionPart(method);
      default -> Stream.empty();
    };
  }

  private static Stream<String> operation(String service, String method) {
    // A transaction needs what its parts need, and has no action of its own.
    if (NO_OPERATION.contains(method) || method.equals("transactWriteItems")) {
      return Stream.empty();
    }
    String operation = method.replaceFirst("Paginator$", "");
    return Stream.of(
        service + ":" + Character.toUpperCase(operation.charAt(0)) + operation.substring(1));
  }

  private static Stream<String> transactionPart(String method) {
    return switch (method) {
      case "put" -> Stream.of("dynamodb:PutItem");
      case "update" -> Stream.of("dynamodb:UpdateItem");
      case "delete" -> Stream.of("dynamodb:DeleteItem");
      case "conditionCheck" -> Stream.of("dynamodb:ConditionCheckItem");
      default -> Stream.empty();
    };
  }
}
