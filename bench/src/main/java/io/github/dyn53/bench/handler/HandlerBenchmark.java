package io.github.dyn53.bench.handler;

import io.github.dyn53.bench.Sample;
import io.github.dyn53.dns.DnsName;
import io.github.dyn53.functions.AwsClients;
import io.github.dyn53.functions.dynamodb.DynamoDbHosts;
import io.github.dyn53.functions.dynamodb.DynamoDbSnapshots;
import io.github.dyn53.functions.dynamodb.DynamoDbStorms;
import io.github.dyn53.functions.dynamodb.TableNames;
import io.github.dyn53.functions.http.JacksonTexts;
import io.github.dyn53.functions.http.UpdateHandler;
import io.github.dyn53.functions.route53.Route53Propagation;
import io.github.dyn53.functions.route53.Route53Zones;
import io.github.dyn53.probe.PortProbes;
import io.github.dyn53.probe.Reachability;
import io.github.dyn53.protocol.FrontDoor;
import io.github.dyn53.protocol.Services;
import io.github.dyn53.publish.Publisher;
import io.github.dyn53.publish.Sleeper;
import io.github.dyn53.update.Challenger;
import io.github.dyn53.update.Updater;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** From event to reply, with all of the SDK but its transport. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class HandlerBenchmark {

  private final byte[] unchanged = bytes(Sample.unchanged());
  private final byte[] changed = bytes(Sample.changed());
  private final byte[] badauth = bytes(Sample.badauth());
  private final byte[] checkip = bytes(Sample.checkip());
  private final UpdateHandler handler = handler();

  private static byte[] bytes(String event) {
    return event.getBytes(StandardCharsets.UTF_8);
  }

  private static UpdateHandler handler() {
    AwsClients aws = AwsClients.over(new InMemoryAws(), Region.US_EAST_1);
    DynamoDbClient dynamoDb = aws.dynamoDb();
    InstantSource clock = InstantSource.system();
    var tables = new TableNames("Hosts", "Tokens", "Changes");
    var hosts = new DynamoDbHosts(dynamoDb, tables);
    var storms = new DynamoDbStorms(dynamoDb, tables);
    var zones = new Route53Zones(aws.route53());
    var publisher = new Publisher(zones, hosts, storms, clock, Duration.ofSeconds(3));
    var updater =
        new Updater(
            new DynamoDbSnapshots(dynamoDb, tables),
            hosts,
            publisher,
            clock,
            new SplittableRandom(1));
    return new UpdateHandler(
        new FrontDoor(
            new Services(
                updater,
                new Challenger(
                    updater,
                    new Route53Propagation(aws::route53),
                    Sleeper.system(),
                    clock,
                    Duration.ofSeconds(20)),
                new PortProbes((address, port) -> Reachability.OPEN, clock),
                new JacksonTexts(),
                Optional.of(new DnsName("example.com")))),
        clock,
        line -> {});
  }

  /** One read, nothing to do. */
  @Benchmark
  public byte[] unchanged() throws IOException {
    return reply(unchanged);
  }

  /** Read, wish, publication, confirm. */
  @Benchmark
  public byte[] changed() throws IOException {
    return reply(changed);
  }

  /** Refused without a read. */
  @Benchmark
  public byte[] badauth() throws IOException {
    return reply(badauth);
  }

  /** Answered without a read. */
  @Benchmark
  public byte[] checkip() throws IOException {
    return reply(checkip);
  }

  private byte[] reply(byte[] event) throws IOException {
    var out = new ByteArrayOutputStream();
    handler.handle(new ByteArrayInputStream(event), out);
    return out.toByteArray();
  }
}
