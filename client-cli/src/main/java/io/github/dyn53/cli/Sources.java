package io.github.dyn53.cli;

import io.github.dyn53.cli.address.AddressChain;
import io.github.dyn53.cli.address.AddressSource;
import io.github.dyn53.cli.address.SourceSpec;
import io.github.dyn53.cli.config.HostSettings;
import io.github.dyn53.cli.update.HostSources;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Makes each source and each chain that the configuration names, once. */
final class Sources {

  private final Function<SourceSpec, AddressSource> make;
  private final Map<String, AddressSource> sources = new HashMap<>();
  private final Map<String, AddressChain> chains = new HashMap<>();

  Sources(Function<SourceSpec, AddressSource> make) {
    this.make = make;
  }

  List<HostSources> of(List<HostSettings> hosts) {
    var all = new ArrayList<HostSources>();
    for (HostSettings host : hosts) {
      all.add(new HostSources(host, chain(host.ipv4()), chain(host.ipv6())));
    }
    return all;
  }

  AddressChain chain(List<SourceSpec> specs) {
    var name = new StringBuilder();
    var links = new ArrayList<AddressSource>();
    for (SourceSpec spec : specs) {
      name.append(spec.text()).append('\n');
      links.add(source(spec));
    }
    AddressChain known = chains.get(name.toString());
    if (known == null) {
      known = new AddressChain(links);
      chains.put(name.toString(), known);
    }
    return known;
  }

  private AddressSource source(SourceSpec spec) {
    AddressSource known = sources.get(spec.text());
    if (known == null) {
      known = make.apply(spec);
      sources.put(spec.text(), known);
    }
    return known;
  }
}
