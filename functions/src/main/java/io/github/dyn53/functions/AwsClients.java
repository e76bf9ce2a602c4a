package io.github.dyn53.functions;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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

  /** Five hundred changes take longer than one, and nobody waits for them. */
  private static final Duration BATCH_ATTEMPT = Duration.ofSeconds(8);

  private static final Duration BATCH_CALL = Duration.ofSeconds(25);

  /** Credentials for what takes any. */
  private static final AwsCredentialsProvider NOBODY =
      StaticCredentialsProvider.create(AwsBasicCredentials.create("local", "local"));

  private final Function<Duration, SdkHttpClient> transports;
  private final SdkHttpClient http;
  private final AwsCredentialsProvider credentials;
  private final Region region;
  private final Optional<URI> endpoint;

  private AwsClients(
      Function<Duration, SdkHttpClient> transports,
      AwsCredentialsProvider credentials,
      Region region,
      Optional<URI> endpoint) {
    this.transports = transports;
    this.http = transports.apply(ATTEMPT);
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
    return new AwsClients(
        AwsClients::http, credentials(environment), Region.of(region), Optional.empty());
  }

  /**
   * Clients of something that stands in for AWS, such as an emulator on this machine. It is asked
   * for every service and takes any credentials.
   */
  public static AwsClients at(URI endpoint) {
    return new AwsClients(AwsClients::http, NOBODY, Region.US_EAST_1, Optional.of(endpoint));
  }

  /**
   * Clients that ask a transport of their own: for priming and benchmarks. They sign, as the real
   * ones do.
   */
  public static AwsClients over(SdkHttpClient transport, Region region) {
    return new AwsClients(patience -> transport, NOBODY, region, Optional.empty());
  }

  private static SdkHttpClient http(Duration patience) {
    return LeanHttpClient.create(
        (SSLSocketFactory) SSLSocketFactory.getDefault(), CONNECT, patience);
  }

  /** Under SnapStart credentials come from a local endpoint, since a snapshot's would be stale. */
  private static AwsCredentialsProvider credentials(Map<String, String> environment) {
    return environment.containsKey("AWS_CONTAINER_CREDENTIALS_FULL_URI")
        ? ContainerCredentialsProvider.create()
        : EnvironmentVariableCredentialsProvider.create();
  }

  /** A client of DynamoDB. */
  public DynamoDbClient dynamoDb() {
    var overrides = overrides(ATTEMPT, DYNAMODB_CALL).retryStrategy(RetryMode.STANDARD).build();
    return with(DynamoDbClient.builder(), http, overrides)
        .region(region)
        .accountIdEndpointMode(AccountIdEndpointMode.DISABLED)
        .build();
  }

  /**
   * A client of Route 53, which is one service for the whole partition, signed for us-east-1. It
   * asks again at once where the zone is busy, and never where the account is throttled: whoever
   * asks then takes from those who publish for many.
   */
  public Route53Client route53() {
    return route53(http, overrides(ATTEMPT, ROUTE53_CALL).retryStrategy(Retries.ofRequests()));
  }

  /** A client of Route 53 for large batches, whose caller keeps the pace and asks again itself. */
  public Route53Client route53ForBatches() {
    return route53(
        transports.apply(BATCH_ATTEMPT),
        overrides(BATCH_ATTEMPT, BATCH_CALL).retryStrategy(Retries.ofBatches()));
  }

  private Route53Client route53(
      SdkHttpClient transport, ClientOverrideConfiguration.Builder overrides) {
    return with(Route53Client.builder(), transport, overrides.build())
        .region(Region.US_EAST_1)
        .build();
  }

  private static ClientOverrideConfiguration.Builder overrides(Duration attempt, Duration call) {
    return ClientOverrideConfiguration.builder()
        .apiCallAttemptTimeout(attempt)
        .apiCallTimeout(call)
        // Lambda has no profiles; looking for them costs time at every cold start.
        .defaultProfileFile(ProfileFile.aggregator().build());
  }

  private <B extends AwsClientBuilder<B, ?> & AwsSyncClientBuilder<B, ?>> B with(
      B builder, SdkHttpClient transport, ClientOverrideConfiguration overrides) {
    endpoint.ifPresent(builder::endpointOverride);
    return builder
        .httpClient(transport)
        .credentialsProvider(credentials)
        .overrideConfiguration(overrides);
  }
}
