package io.github.dyn53.functions;

import io.github.dyn53.publish.Pacer.Rate;

/**
 * How fast a function that publishes many hosts at once may ask Route 53.
 *
 * @param requests of 10 a second and 50 at once that Route 53 lets an account make
 * @param changes the record changes in them, a replacement counted as two
 */
public record Pace(Rate requests, Rate changes) {

  /**
   * Publisher and sweep at once ask for what the account has and no more, in bursts that leave room
   * for the owner's other tools. What Route 53 allows in changes a second is not published: a full
   * batch, which is a thousand as it counts, every two seconds.
   *
   * @see <a
   *     href="https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/throttling-api-requests.html">API
   *     request throttling</a>
   */
  public static final Pace DEFAULT = new Pace(new Rate(5, 20), new Rate(500, 1_000));
}
