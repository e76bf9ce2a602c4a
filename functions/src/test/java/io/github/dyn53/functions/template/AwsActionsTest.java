package io.github.dyn53.functions.template;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.GetItemRequest;
import software.amazon.awssdk.services.dynamodb.model.GetItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.GetHostedZoneResponse;

class AwsActionsTest {

  private static final CallGraph GRAPH =
      new CallGraph(
          new ClassFileImporter()
              .importClasses(
                  Store.class,
                  DynamoDbStore.class,
                  OtherStore.class,
                  Hook.class,
                  ThroughPort.class,
                  ThroughLambda.class,
                  ThroughStaticField.class,
                  Constants.class,
                  ThroughReference.class,
                  ThroughCallback.class,
                  ThroughTransaction.class,
                  ThroughPages.class));

  @Test
  void followsPortToTheClassThatIsMade() {
    assertThat(actions(ThroughPort.class)).containsExactly("dynamodb:UpdateItem");
  }

  @Test
  void followsLambda() {
    assertThat(actions(ThroughLambda.class)).containsExactly("dynamodb:DeleteItem");
  }

  @Test
  void followsStaticField() {
    assertThat(actions(ThroughStaticField.class)).containsExactly("route53:GetHostedZone");
  }

  @Test
  void followsMethodReference() {
    assertThat(actions(ThroughReference.class)).containsExactly("dynamodb:GetItem");
  }

  @Test
  void followsObjectHandedToForeignCode() {
    assertThat(actions(ThroughCallback.class)).containsExactly("dynamodb:Scan");
  }

  @Test
  void countsPartsOfTransaction() {
    assertThat(actions(ThroughTransaction.class))
        .containsExactly("dynamodb:PutItem", "dynamodb:UpdateItem");
  }

  @Test
  void countsPaginatorAsItsOperation() {
    assertThat(actions(ThroughPages.class)).containsExactly("route53:ListResourceRecordSets");
  }

  private static Set<String> actions(Class<?> entryPoint) {
    return AwsActions.of(GRAPH.callsLeaving(entryPoint));
  }

  interface Store {
    void save();

    void drop();
  }

  record DynamoDbStore(DynamoDbClient client) implements Store {
    @Override
    public void save() {
      client.updateItem(item -> item.tableName("hosts"));
    }

    @Override
    public void drop() {
      client.deleteItem(item -> item.tableName("hosts"));
    }
  }

  record OtherStore(DynamoDbClient client) implements Store {
    @Override
    public void save() {
      client.putItem(item -> item.tableName("hosts"));
    }

    @Override
    public void drop() {}
  }

  record Hook(DynamoDbClient client) implements Runnable {
    @Override
    public void run() {
      client.scan(all -> all.tableName("hosts"));
    }
  }

  static final class ThroughPort {
    void handle(DynamoDbClient client) {
      save(new DynamoDbStore(client));
    }

    private static void save(Store store) {
      store.save();
    }
  }

  static final class ThroughLambda {
    Runnable handle(DynamoDbClient client) {
      var store = new DynamoDbStore(client);
      return () -> store.drop();
    }
  }

  static final class Constants {
    static final Function<Route53Client, GetHostedZoneResponse> LOOK_UP =
        client -> client.getHostedZone(zone -> zone.id("Z1"));

    private Constants() {}
  }

  static final class ThroughStaticField {
    Function<Route53Client, GetHostedZoneResponse> handle() {
      return Constants.LOOK_UP;
    }
  }

  static final class ThroughReference {
    Function<GetItemRequest, GetItemResponse> handle(DynamoDbClient client) {
      return client::getItem;
    }
  }

  static final class ThroughCallback {
    Thread handle(DynamoDbClient client) {
      return new Thread(new Hook(client));
    }
  }

  static final class ThroughTransaction {
    void handle(DynamoDbClient client) {
      var item = Map.of("name", AttributeValue.fromS("home"));
      client.transactWriteItems(both ->
          both.transactItems(
              TransactWriteItem.builder().update(update -> update.key(item)).build(),
              TransactWriteItem.builder().put(put -> put.item(item)).build()));
    }
  }

  static final class ThroughPages {
    long handle(Route53Client client) {
      return client.listResourceRecordSetsPaginator(zone -> zone.hostedZoneId("Z1")).stream()
          .count();
    }
  }
}
