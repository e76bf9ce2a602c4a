package io.github.dyn53.functions;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import software.amazon.awssdk.regions.Region;

/**
 * Warms a function up before its snapshot is taken: runs the real handler on one event of each kind
 * over a transport in memory, so that classes are loaded, linked and compiled, and then asks the
 * real table for a token that nobody holds, which opens TLS and fetches credentials. Nothing is
 * written anywhere.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/lambda/latest/dg/snapstart-runtime-hooks-java.html">Runtime
 *     hooks for SnapStart</a>
 */
final class Priming implements Resource {

  private static final int ROUNDS = 20;

  private final FunctionConfig config;
  private final UpdateFunction function;

  private Priming(FunctionConfig config, UpdateFunction function) {
    this.config = config;
    this.function = function;
  }

  /** Has a function primed when its snapshot is taken. */
  static Priming register(FunctionConfig config, UpdateFunction function) {
    var priming = new Priming(config, function);
    Core.getGlobalContext().register(priming);
    return priming;
  }

  /**
   * Loads what the first request needs on the other core, while this one starts: without a snapshot
   * it would be loaded class by class in that request. Whatever fails here fails there again and is
   * told there.
   */
  static void startAside(FunctionConfig config) {
    Thread.ofPlatform().daemon().start(SSLSocketFactory::getDefault);
    Thread.ofPlatform().daemon().start(() -> run(rehearsal(config), PrimingEvents.ALL.getFirst()));
  }

  @Override
  public void beforeCheckpoint(Context<? extends Resource> context) {
    try {
      rehearse();
      run(function, PrimingEvents.STRANGER);
    } catch (RuntimeException e) {
      // A hook that throws fails the deployment; a function that is not warm only starts slower.
      System.out.println("{\"outcome\":\"priming failed\"}");
    }
  }

  @Override
  public void afterRestore(Context<? extends Resource> context) {
    // Nothing that the snapshot holds is stale: clients reconnect, time and secrets come from
    // outside.
  }

  /** The replies of one round, in the order of {@link PrimingEvents#ALL}. */
  List<String> rehearse() {
    UpdateFunction rehearsal = rehearsal(config);
    for (int round = 1; round < ROUNDS; round++) {
      PrimingEvents.ALL.forEach(event -> run(rehearsal, event));
    }
    return PrimingEvents.ALL.stream().map(event -> run(rehearsal, event)).toList();
  }

  private static UpdateFunction rehearsal(FunctionConfig config) {
    var clients = AwsClients.over(new CannedAws(config.tables()), Region.US_EAST_1);
    return new UpdateFunction(
        config, clients.dynamoDb(), clients::route53, InstantSource.system(), line -> {});
  }

  private static String run(UpdateFunction primed, String event) {
    var out = new ByteArrayOutputStream();
    try {
      primed.handle(new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)), out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
