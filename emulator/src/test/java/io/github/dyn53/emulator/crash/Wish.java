package io.github.dyn53.emulator.crash;

import java.util.List;

/** The addresses that a host asks for at one time, both of them made from one number. */
record Wish(int number) {

  /** As {@code myip} takes them. */
  String addresses() {
    return ipv4() + "," + "2600:1::%x:%x".formatted(number >> 16, number & 0xffff);
  }

  /** As DNS answers them, A before AAAA; nothing published is no answer at all. */
  List<String> answers() {
    return List.of(ipv4(), "2600:1:0:0:0:0:%x:%x".formatted(number >> 16, number & 0xffff));
  }

  private String ipv4() {
    return "9.%d.%d.%d".formatted(number >> 16, number >> 8 & 0xff, number & 0xff);
  }
}
