package io.github.dyn53.functions.route53;

import io.github.dyn53.dns.Propagation;
import io.github.dyn53.dns.ZoneId;
import io.github.dyn53.dns.Zones;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.route53.model.ChangeStatus;

/** Asks Route 53 what became of the last change that was sent to each zone. */
public final class Route53Propagation implements Propagation {

  private final Supplier<Route53Client> clients;
  private final Map<ZoneId, String> underWay = new ConcurrentHashMap<>();
  private @Nullable Route53Client client;

  /**
   * Makes the client when it is first needed: most processes answer {@code nochg} and never need
   * it, and without a snapshot each would pay for it before its first reply.
   */
  public Route53Propagation(Supplier<Route53Client> clients) {
    this.clients = clients;
  }

  private synchronized Route53Client route53() {
    if (client == null) {
      client = clients.get();
    }
    return client;
  }

  /** Zones whose changes are followed. */
  public Zones zones() {
    return new Route53Zones(this::route53, underWay::put);
  }

  @Override
  public boolean isInSync(Duration timeLimit) {
    try {
      underWay.values().removeIf(change -> isInSync(change, timeLimit));
      return underWay.isEmpty();
    } catch (SdkException e) {
      throw Route53Failure.of(e, "failed to ask for a change");
    }
  }

  private boolean isInSync(String change, Duration timeLimit) {
    ChangeStatus status =
        route53()
            .getChange(request ->
                request
                    .id(change)
                    .overrideConfiguration(options -> options.apiCallTimeout(timeLimit)))
            .changeInfo()
            .status();
    return status == ChangeStatus.INSYNC;
  }
}
