package io.github.dyn53.functions.admin.clients;

/** How it is known that a client gets on with dyn53. */
public sealed interface Checked {

  /**
   * The program itself runs in a test.
   *
   * @param evidence the test's file, from the root of the repository
   */
  record Program(String evidence) implements Checked {}

  /**
   * A test answers the request that the client makes, as its source or its makers' documents show
   * it.
   *
   * @param evidence the file of the test or of the request, from the root of the repository
   */
  record Recorded(String evidence) implements Checked {}

  /** Only what the text makes a client ask for is answered in a test. */
  record ConfigurationOnly() implements Checked {}
}
