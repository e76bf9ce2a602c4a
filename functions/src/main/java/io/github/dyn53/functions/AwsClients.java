package io.github.dyn53.functions;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLSocketFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ContainerCredentialsProvider;
import software.amazon.awssdk.auth.credentials.EnvironmentVariableCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.endpoints.AccountIdEndpointMode;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.retry.RetryMode;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.route53.Route53Client;

/**
 * The SDK's clients, told everything that they would otherwise go and find out. The time-outs add
 * up to less than the 8 seconds after which the first clients give up: read, wish and confirm 1.8 s
 * each at the most, Route 53 what is left.
 */
public final class AwsClients {

  private static final Duration CONNECT = Duration.ofSeconds(1);
  private static final Duration ATTEMPT = Duration.ofMillis(1_500);
  private static final Duration DYNAMODB_CALL = Duration.ofMillis(1_800);
  private static final Duration ROUTE53_CALL = Duration.ofSeconds(3);

  /** Credentials for what takes any. */
  private static final AwsCredentialsProvider NOBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final Region region;
  private final Optional<URI> endpoint;

  private AwsClients(
      SdkHttpClient http,
      AwsCredentialsProvider credentials,
      Region region,
      Optional<URI> endpoint) {
    this.http = http;
    this.credentials = credentials;
    this.region = region;
    this.endpoint = endpoint;
  }

  /** The clients of a function in Lambda. */
  static AwsClients in(Map<String, String> environment) {
    String region = environment.get("AWS_REGION");
    if (region == null) {
      throw new IllegalArgumentException("AWS_REGION is not set");
    }
    return new AwsClients(http(), credentials(environment), Region.of(region), Optional.empty());
  }

  /**
   * Clients of something that stands in for AWS, such as an emulator on this machine. It is asked
   * for every service and takes any credentials.
   */
  public static AwsClients at(URI endpoint) {
    return new AwsClients(http(), NOBODY, Region.US_EAST_1, Optional.of(endpoint));
  }

  /**
   * Clients that ask a transport of their own: for priming and benchmarks. They sign, as the real
   * ones do.
   */
  public static AwsClients over(SdkHttpClient transport, Region region) {
    return new AwsClients(transport, NOBODY, region, Optional.empty());
  }

  private static SdkHttpClient http() {
    return LeanHttpClient.create(
        (SSLSocketFactory) SSLSocketFactory.getDefault(), CONNECT, ATTEMPT);
  }

  /** Under SnapStart credentials come from a local endpoint, since a snapshot's would be stale. */
  private static AwsCredentialsProvider credentials(Map<String, String> environment) {
    return environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")
        ? ContainerCredentialsProvider.create()
        : EnvironmentVariableCredentialsProvider.create();
  }

  /** A client of DynamoDB. */
  public DynamoDbClient dynamoDb() {
    return with(DynamoDbClient.builder(), DYNAMODB_CALL)
        .region(region)
        .accountIdEndpointMode(AccountIdEndpointMode.DISABLED)
        .build();
  }

  /** A client of Route 53, which is one service for the whole partition, signed for us-east-1. */
  public Route53Client route53() {
    return with(Route53Client.builder(), ROUTE53_CALL).region(Region.US_EAST_1).build();
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B with(
      B builder, Duration callTimeout) {
    endpoint.ifPresent(builder::endpointOverride);
    return builder
        .httpClient(http)
        .credentialsProvider(credentials)
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                .retryStrategy(RetryMode.STANDARD)
                .apiCallAttemptTimeout(ATTEMPT)
                .apiCallTimeout(callTimeout)
                // Lambda has no profiles; looking for them costs time at every cold start.
                .defaultProfileFile(ProfileFile.aggregator().build())
                .build());
  }
}
