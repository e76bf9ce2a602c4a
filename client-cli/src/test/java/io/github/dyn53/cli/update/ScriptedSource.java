package io.github.dyn53.cli.update;

import io.github.dyn53.cli.address.AddressSource;
import io.github.dyn53.cli.address.Finding;
import io.github.dyn53.dns.Family;
import io.github.dyn53.dns.IpAddress;

/** A source that says what it was told, and counts how often it was asked. */
public final class ScriptedSource implements AddressSource {

  private final String name;
  private Finding finding = new Finding.None("nothing was told");
  private int asked;

  public ScriptedSource(String name) {
    this.name = name;
  }

  /** Finds this address from now on. */
  public void find(String address) {
    say(new Finding.Found(IpAddress.parse(address).orElseThrow(), name));
  }

  /** Says this from now on. */
  public void say(Finding next) {
    finding = next;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Finding find(Family family) {
    asked++;
    return finding;
  }

  /** How often it was asked. */
  public int asked() {
    return asked;
  }
}
