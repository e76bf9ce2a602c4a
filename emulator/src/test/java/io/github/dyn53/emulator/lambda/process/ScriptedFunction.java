package io.github.dyn53.emulator.lambda.process;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/** Does what its event tells it to; a process of its own runs it. */
public final class ScriptedFunction implements RequestStreamHandler {

  /** Fails where it is told to, as a function without its settings does. */
  public ScriptedFunction() {
    if (System.getenv("UNSTARTABLE") != null) {
      throw new IllegalArgumentException("SETTING is not set");
    }
  }

  @Override
  public void handleRequest(InputStream in, OutputStream out, Context context) throws IOException {
    String event = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    switch (event.replace("\"", "")) {
      case "pid" -> write(out, Long.toString(ProcessHandle.current().pid()));
      case "pid, in a while" -> {
        pause();
        write(out, Long.toString(ProcessHandle.current().pid()));
      }
      case "variable" -> write(out, "\"" + System.getenv("VARIABLE") + "\"");
      case "foreign variables" -> write(out, Boolean.toString(System.getenv("HOME") != null));
      case "context" ->
          write(
              out,
              "\"%s %s %b"
                      .formatted(
                          context.getFunctionName(),
                          context.getInvokedFunctionArn(),
                          context.getRemainingTimeInMillis() > 0)
                  + "\"");
      case "print" -> {
        System.out.println("to standard output");
        System.err.println("to standard error");
        write(out, "true");
      }
      case "throw" -> throw new IllegalStateException("no luck");
      case "exit" -> Runtime.getRuntime().halt(3);
      case "hang" -> hang();
      default -> throw new IOException("unknown: " + event);
    }
  }

  private static void pause() {
    try {
      TimeUnit.MILLISECONDS.sleep(500);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void hang() {
    System.out.println("hangs");
    while (true) {
      pause();
    }
  }

  private static void write(OutputStream out, String json) throws IOException {
    out.write(json.getBytes(StandardCharsets.UTF_8));
  }
}
