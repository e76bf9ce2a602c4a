package io.github.dyn53.emulator.faults;

/** Where fault rules come from. */
interface FaultSource<E extends Enum<E>> {

  /** The rules that hold now, counting since they came to hold. */
  FaultScript<E> current();
}
