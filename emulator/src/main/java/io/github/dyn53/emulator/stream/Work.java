package io.github.dyn53.emulator.stream;

/** What the threads of one poller share. */
record Work(
    EventSource source,
    StreamTarget target,
    Checkpoints checkpoints,
    Pace pace,
    Stopping stopping) {

  EventSourceMapping mapping() {
    return source.mapping();
  }
}
