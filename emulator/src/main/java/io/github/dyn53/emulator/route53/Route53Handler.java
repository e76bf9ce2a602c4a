package io.github.dyn53.emulator.route53;

import io.github.dyn53.emulator.faults.Callers;
import io.github.dyn53.emulator.faults.Fault;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Answers HTTP requests: reads the call, lets a fault happen if one is due, and otherwise performs
 * it.
 */
final class Route53Handler extends Handler.Abstract {
  private static final System.Logger LOG = System.getLogger(Route53Handler.class.getName());

  private final Route53Service service;

  Route53Handler(Route53Service service) {
    this.service = service;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    var exchange = new Exchange(request, response, callback);
    try {
      start(CallReader.read(request), exchange);
    } catch (Refusal refusal) {
      exchange.refuse(refusal);
    }
    return true;
  }

  private void start(Call call, Exchange exchange) {
    var fault = service.faultFor(call, exchange.authorization());
    if (fault.isPresent()) {
      suffer(fault.get(), call, exchange);
    } else {
      answer(call, exchange);
    }
  }

  private void suffer(Fault<ErrorAnswer> fault, Call call, Exchange exchange) {
    switch (fault) {
      case Fault.Latency<ErrorAnswer>(var duration) ->
          CompletableFuture.delayedExecutor(
                  duration.toMillis(), TimeUnit.MILLISECONDS, getServer().getThreadPool())
              .execute(() -> answer(call, exchange));
      case Fault.ErrorAnswer<ErrorAnswer>(var error) -> exchange.refuse(refusal(error, call));
      case Fault.LostAnswer<ErrorAnswer> ignored -> {
        perform(call);
        exchange.close();
      }
      case Fault.Reset<ErrorAnswer> ignored -> exchange.reset();
      case Fault.Kill<ErrorAnswer>(Callers callers, boolean performed) -> {
        if (performed) {
          perform(call);
        }
        callers.kill(exchange.authorization());
        exchange.reset();
      }
    }
  }

  private Refusal refusal(ErrorAnswer error, Call call) {
    return switch (error) {
      case THROTTLE -> Refusal.throttled();
      case BUSY -> Refusal.busy();
      case ACCESS_DENIED ->
          new Refusal(
              403,
              "AccessDenied",
              "User is not authorized to perform: route53:" + call.action().apiName());
      case NO_SUCH_ZONE -> Refusal.noSuchZone(call.zoneId().orElse(""));
      case INVALID_CHANGE_BATCH ->
          service.invalidChangeBatch(List.of("Refused by a scripted fault"));
      case INTERNAL_ERROR -> Refusal.internalFailure();
      case UNAVAILABLE ->
          new Refusal(503, "ServiceUnavailable", "The service is unavailable. Please try again.");
    };
  }

  private void answer(Call call, Exchange exchange) {
    switch (perform(call)) {
      case Performed(var reply) -> exchange.reply(reply);
      case Failed(var refusal) -> exchange.refuse(refusal);
    }
  }

  private sealed interface Outcome {}

  private record Performed(Reply reply) implements Outcome {}

  private record Failed(Refusal refusal) implements Outcome {}

  private Outcome perform(Call call) {
    try {
      return new Performed(service.perform(call));
    } catch (Refusal refusal) {
      return new Failed(refusal);
    } catch (RuntimeException e) {
      // The outermost line: a defect here must not look like a broken network.
      LOG.log(System.Logger.Level.ERROR, "failed to perform " + call.action().apiName(), e);
      return new Failed(Refusal.internalFailure());
    }
  }
}
