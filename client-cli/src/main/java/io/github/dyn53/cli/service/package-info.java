/** What lets a system run the companion by itself: units, timers, tasks, as text. */
@NullMarked
package io.github.dyn53.cli.service;

import org.jspecify.annotations.NullMarked;
