package io.github.dyn53.emulator.faults;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The processes that call the emulated services, each told apart by the key it signs with. */
public final class Callers {

  private final Map<String, Caller> byKey = new ConcurrentHashMap<>();
  private final List<String> functions;

  /**
   * A process.
   *
   * @param function what it is one of
   * @param kill ends it at once
   */
  private record Caller(String function, Runnable kill) {}

  /**
   * Nobody yet.
   *
   * @param functions the names of those that there can be
   */
  public Callers(List<String> functions) {
    this.functions = List.copyOf(functions);
  }

  List<String> functions() {
    return functions;
  }

  /** A key that no other process signs with. */
  public static String drawKey() {
    return "local" + UUID.randomUUID().toString().replace("-", "");
  }

  /**
   * A process has started.
   *
   * @param function the name of the function that it is one of
   * @param kill ends it at once
   */
  public void add(String accessKeyId, String function, Runnable kill) {
    byKey.put(accessKeyId, new Caller(function, kill));
  }

  /** A process has ended. */
  public void remove(String accessKeyId) {
    byKey.remove(accessKeyId);
  }

  /**
   * Kills the process that made a call; does nothing where it is none of these.
   *
   * @param authorization the header of that name, as AWS's Signature Version 4 has it
   */
  public void kill(String authorization) {
    find(authorization).ifPresent(caller -> caller.kill().run());
  }

  /** Whether a process of this function made the call with that header. */
  boolean isOf(String function, String authorization) {
    return find(authorization).filter(caller -> caller.function().equals(function)).isPresent();
  }

  private Optional<Caller> find(String authorization) {
    int begin = authorization.indexOf('=') + 1;
    int end = authorization.indexOf('/', begin);
    return end > begin
        ? Optional.ofNullable(byKey.get(authorization.substring(begin, end)))
        : Optional.empty();
  }
}
