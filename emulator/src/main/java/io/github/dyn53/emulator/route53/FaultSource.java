package io.github.dyn53.emulator.route53;

/** Where fault rules come from. */
interface FaultSource {
  /** The rules that hold now, counting since they came to hold. */
  FaultScript current();
}
