package io.github.dyn53.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.util.Map;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StubAwsTest {

  @TempDir private Path folder;

  @Test
  void countsCallsAndTheirConnections() throws Exception {
    var certificates = Certificates.in(folder);
    try (var aws = new StubAws(certificates)) {
      HttpClient client = client(certificates.caFile());

      send(client, dynamoDb(aws).header("X-Amz-Target", "DynamoDB_20120810.BatchGetItem"));
      send(client, dynamoDb(aws).header("X-Amz-Target", "DynamoDB_20120810.UpdateItem"));
      send(client, request(aws, "AWS_ENDPOINT_URL_ROUTE_53"));

      assertThat(aws.takeCalls())
          .isEqualTo(
              new AwsCalls(
                  Map.of(
                      AwsCall.BATCH_GET_ITEM, 1,
                      AwsCall.UPDATE_ITEM, 1,
                      AwsCall.CHANGE_RESOURCE_RECORD_SETS, 1),
                  2));
      assertThat(aws.takeCalls().total()).isZero();
    }
  }

  @Test
  void takesNewConnectionsWhereItHasForgottenTheOld() throws Exception {
    var certificates = Certificates.in(folder);
    try (var aws = new StubAws(certificates)) {
      HttpClient client = client(certificates.caFile());
      HttpRequest.Builder read =
          dynamoDb(aws).header("X-Amz-Target", "DynamoDB_20120810.BatchGetItem");
      send(client, read);

      aws.forgetConnections();
      send(client(certificates.caFile()), read);

      assertThat(aws.takeCalls().connections()).isEqualTo(2);
    }
  }

  @Test
  void refusesWhatItDoesNotKnow() throws Exception {
    var certificates = Certificates.in(folder);
    try (var aws = new StubAws(certificates)) {
      HttpRequest.Builder request =
          dynamoDb(aws).header("X-Amz-Target", "DynamoDB_20120810.DeleteTable");

      assertThat(send(client(certificates.caFile()), request)).isEqualTo(400);
      assertThat(aws.takeCalls().total()).isZero();
    }
  }

  private static int send(HttpClient client, HttpRequest.Builder request)
      throws IOException, InterruptedException {
    return client.send(request.build(), HttpResponse.BodyHandlers.ofString()).statusCode();
  }

  private static HttpRequest.Builder dynamoDb(StubAws aws) {
    return request(aws, "AWS_ENDPOINT_URL_DYNAMODB");
  }

  private static HttpRequest.Builder request(StubAws aws, String variable) {
    return HttpRequest.newBuilder(URI.create(aws.environment().getOrDefault(variable, "")))
        .POST(HttpRequest.BodyPublishers.ofString("{}"));
  }

  private static HttpClient client(Path caFile) throws IOException, GeneralSecurityException {
    var store = KeyStore.getInstance(KeyStore.getDefaultType());
    store.load(null, null);
    try (var in = Files.newInputStream(caFile)) {
      store.setCertificateEntry(
          "ca", CertificateFactory.getInstance("X.509").generateCertificate(in));
    }
    var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(store);
    var context = SSLContext.getInstance("TLS");
    context.init(null, trust.getTrustManagers(), null);
    return HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).sslContext(context).build();
  }
}
