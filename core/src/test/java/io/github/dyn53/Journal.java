package io.github.dyn53;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.function.Supplier;

/** What was asked of the ports, in order; can let something happen before or after a call. */
public final class Journal {

  private final List<String> calls = new ArrayList<>();
  private final Map<String, Queue<Runnable>> interruptions = new HashMap<>();

  /** Lets something happen right before the next call of this name. */
  public void before(String call, Runnable interruption) {
    add("before " + call, interruption);
  }

  /** Lets something happen right after the next call of this name was carried out. */
  public void after(String call, Runnable interruption) {
    add("after " + call, interruption);
  }

  private void add(String moment, Runnable interruption) {
    interruptions.computeIfAbsent(moment, name -> new ArrayDeque<>()).add(interruption);
  }

  /** The calls since this was asked last. */
  public List<String> take() {
    List<String> taken = List.copyOf(calls);
    calls.clear();
    return taken;
  }

  <T> T around(String call, Supplier<T> carriedOut) {
    calls.add(call);
    interrupt("before " + call);
    T result = carriedOut.get();
    interrupt("after " + call);
    return result;
  }

  private void interrupt(String moment) {
    Queue<Runnable> waiting = interruptions.getOrDefault(moment, new ArrayDeque<>());
    Runnable interruption = waiting.poll();
    if (interruption != null) {
      interruption.run();
    }
  }
}
