/**
 * Files that are written whole or not at all, and readable by their owner only where they hold a
 * secret.
 */
@NullMarked
package io.github.dyn53.emulator.files;

import org.jspecify.annotations.NullMarked;
