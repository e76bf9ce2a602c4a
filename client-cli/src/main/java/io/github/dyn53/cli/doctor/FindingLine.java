package io.github.dyn53.cli.doctor;

/**
 * One thing that was found.
 *
 * @param about which part of the subject, such as a host's name
 * @param seen what was seen
 * @param meaning what that means; empty where all is well
 * @param remedy what to do; empty where nothing is to be done
 */
public record FindingLine(
    Subject subject, String about, Level level, String seen, String meaning, String remedy) {}
