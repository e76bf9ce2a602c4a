package io.github.dyn53.cli.doctor;

import io.github.dyn53.cli.address.AddressSource;
import io.github.dyn53.cli.address.SourceSpec;

/** Port: makes the source that the configuration names. */
public interface SourceFactory {

  /** A source to ask; nothing is asked yet. */
  AddressSource source(SourceSpec spec);
}
