package io.github.dyn53.functions.http;

import com.fasterxml.jackson.core.JsonFactory;
import io.github.dyn53.functions.http.RequestLog.Timing;
import io.github.dyn53.protocol.FrontDoor;
import io.github.dyn53.protocol.Handled;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** Reads an event, lets the front door answer, writes the reply and a line of log. */
public final class UpdateHandler {

  private final JsonFactory json = new JsonFactory();
  private final AtomicBoolean cold = new AtomicBoolean(true);
  private final FrontDoor frontDoor;
  private final InstantSource clock;
  private final RequestLog log;

  /**
   * Makes the handler.
   *
   * @param frontDoor what answers
   * @param clock what time is read from
   * @param log takes one line of JSON for each request, without a line end
   */
  public UpdateHandler(FrontDoor frontDoor, InstantSource clock, Consumer<String> log) {
    this.frontDoor = frontDoor;
    this.clock = clock;
    this.log = new RequestLog(json, log);
  }

  /**
   * Answers one request.
   *
   * @param in an event of an HTTP API; anything else is answered with status 400
   * @param out takes the reply in API Gateway's form
   * @throws IOException when {@code in} can't be read or {@code out} not be written
   */
  public void handle(InputStream in, OutputStream out) throws IOException {
    Instant start = clock.instant();
    String requestId = "";
    Handled handled;
    try {
      HttpApiEvent event = EventReader.read(json, in);
      requestId = event.requestId();
      handled = frontDoor.handle(event.request());
    } catch (MalformedEventException e) {
      handled = FrontDoor.malformed(String.valueOf(e.getMessage()));
    }
    ReplyWriter.write(json, handled.reply(), out);
    Duration taken = Duration.between(start, clock.instant());
    log.write(handled, new Timing(requestId, start, taken, cold.getAndSet(false)));
  }
}
