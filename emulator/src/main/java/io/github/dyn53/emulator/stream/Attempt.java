package io.github.dyn53.emulator.stream;

import java.util.List;

/**
 * A batch that is to be tried.
 *
 * @param failures how often it has been in vain; halving a batch does not count
 */
record Attempt(List<StreamRecord> records, int failures) {

  Attempt again() {
    return new Attempt(records, failures + 1);
  }

  /** What is left if the records before this one are dealt with. */
  Attempt from(int index) {
    return new Attempt(records.subList(index, records.size()), failures);
  }

  /** Both halves, the earlier one first. */
  List<Attempt> halves() {
    int middle = records.size() / 2;
    return List.of(new Attempt(records.subList(0, middle), failures), from(middle));
  }

  StreamRecord first() {
    return records.getFirst();
  }

  StreamRecord last() {
    return records.getLast();
  }
}
