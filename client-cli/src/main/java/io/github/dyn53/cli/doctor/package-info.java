/** Why a host can't be reached, told in plain words. */
@NullMarked
package io.github.dyn53.cli.doctor;

import org.jspecify.annotations.NullMarked;
