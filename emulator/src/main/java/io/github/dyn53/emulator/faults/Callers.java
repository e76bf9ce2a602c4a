package io.github.dyn53.emulator.faults;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The processes that call the emulated services, each told apart by the key it signs with. */
public final class Callers {

  private final Map<String, Runnable> byKey = new ConcurrentHashMap<>();

  /** A key that no other process signs with. */
  public static String drawKey() {
    return "local" + UUID.randomUUID().toString().replace("-", "");
  }

  /**
   * A process has started.
   *
   * @param kill ends it at once
   */
  public void add(String accessKeyId, Runnable kill) {
    byKey.put(accessKeyId, kill);
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
    int begin = authorization.indexOf('=') + 1;
    int end = authorization.indexOf('/', begin);
    if (end > begin) {
      Optional.ofNullable(byKey.get(authorization.substring(begin, end))).ifPresent(Runnable::run);
    }
  }
}
