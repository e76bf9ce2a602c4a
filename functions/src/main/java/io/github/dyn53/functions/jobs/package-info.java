/** What AWS starts by itself: the stream's events and the schedule's, and what the core answers. */
@NullMarked
package io.github.dyn53.functions.jobs;

import org.jspecify.annotations.NullMarked;
