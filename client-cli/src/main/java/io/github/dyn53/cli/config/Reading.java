package io.github.dyn53.cli.config;

import io.github.dyn53.access.Secret;
import io.github.dyn53.cli.address.SourceSpec;
import io.github.dyn53.dns.Hostname;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Understands settings, and collects all mistakes before it complains. */
final class Reading {

  private static final List<SourceSpec> LOCAL_FIRST_IPV4 =
      List.of(new SourceSpec.Router(Optional.empty()), new SourceSpec.Endpoint());
  private static final List<SourceSpec> LOCAL_FIRST_IPV6 =
      List.of(new SourceSpec.Interface(Optional.empty()), new SourceSpec.Endpoint());

  private final String where;
  private final Layers layers;
  private final List<String> mistakes;
  private final List<Path> tokenFiles = new ArrayList<>();
  private final Values values = new Values(this::mistake);

  Reading(String where, Layers layers, List<String> mistakes) {
    this.where = where;
    this.layers = layers;
    this.mistakes = new ArrayList<>(mistakes);
  }

  void mistake(String text) {
    // A token for all hosts is looked at once for each.
    if (!mistakes.contains(text)) {
      mistakes.add(text);
    }
  }

  Configuration configuration() {
    for (Layers.Block block : layers.blocks()) {
      refuseForeignKeys(block);
    }
    var configuration =
        new Configuration(
            endpoints(),
            values.file(one(layers.of(Key.CA_FILE))),
            pace(),
            values.yes(one(layers.of(Key.CHECK_DNS)), false),
            hooks(),
            values.path(one(layers.of(Key.STATE))),
            hosts(),
            tokenFiles);
    if (!mistakes.isEmpty()) {
      throw new InvalidConfigurationException(where, mistakes);
    }
    return configuration;
  }

  private void refuseForeignKeys(Layers.Block block) {
    for (Setting setting : block.settings()) {
      if (!setting.key().isForHost()) {
        mistake(
            setting.where()
                + ": goes for all hosts; write it above the first host ("
                + block.host().value()
                + " may have token, token-file, ipv4 and ipv6 of its own)");
      }
    }
  }

  private Optional<Setting> one(List<Setting> settings) {
    for (int i = 1; i < settings.size(); i++) {
      mistake(settings.get(i).where() + ": is given twice; first at " + settings.get(0).where());
    }
    return settings.isEmpty() ? Optional.empty() : Optional.of(settings.get(0));
  }

  private List<URI> endpoints() {
    var endpoints = new ArrayList<URI>();
    List<Setting> settings = layers.of(Key.ENDPOINT);
    for (Setting setting : settings) {
      Optional<URI> endpoint = values.endpoint(setting);
      if (endpoint.isPresent()) {
        endpoints.add(endpoint.get());
      }
    }
    if (settings.isEmpty()) {
      mistake("endpoint: is missing; write the address that your deployment printed");
    }
    return endpoints;
  }

  private Pace pace() {
    return new Pace(
        values.duration(one(layers.of(Key.POLL)), "60s", "5s"),
        values.duration(one(layers.of(Key.ENDPOINT_POLL)), "10m", "10s"),
        values.duration(one(layers.of(Key.REFRESH)), "24h", "1h"));
  }

  private HookSettings hooks() {
    return new HookSettings(
        values.words(one(layers.of(Key.ON_CHANGE))),
        values.words(one(layers.of(Key.ON_TROUBLE))),
        values.duration(one(layers.of(Key.HOOK_TIMEOUT)), "30s", "1s"),
        values.webhook(one(layers.of(Key.WEBHOOK))));
  }

  private List<HostSettings> hosts() {
    List<Setting> named = layers.of(Key.HOST);
    var hosts = new ArrayList<HostSettings>();
    if (named.isEmpty()) {
      for (Layers.Block block : layers.blocks()) {
        host(block.host(), block.settings(), hosts);
      }
    }
    for (Setting name : named) {
      host(name, own(name.value()), hosts);
    }
    if (named.isEmpty() && layers.blocks().isEmpty()) {
      mistake("host: is missing; write the name that is to follow this connection");
      Optional<Secret> unused = token(List.of()); // to complain of it as well
    }
    return hosts;
  }

  /** What the file says of a host that a flag or the environment has picked. */
  private List<Setting> own(String name) {
    Optional<Hostname> picked = Hostname.parse(name);
    for (Layers.Block block : layers.blocks()) {
      if (Hostname.parse(block.host().value()).equals(picked)) {
        return block.settings();
      }
    }
    return List.of();
  }

  private void host(Setting setting, List<Setting> own, List<HostSettings> hosts) {
    Optional<Hostname> name = values.hostname(setting);
    for (HostSettings other : hosts) {
      if (name.isPresent() && other.name().equals(name.get())) {
        mistake(setting.where() + ": " + name.get() + " is there already");
      }
    }
    Optional<Secret> token = token(own);
    List<SourceSpec> ipv4 = values.sources(one(layers.of(own, Key.IPV4)), LOCAL_FIRST_IPV4);
    List<SourceSpec> ipv6 = values.sources(one(layers.of(own, Key.IPV6)), LOCAL_FIRST_IPV6);
    if (name.isPresent() && token.isPresent()) {
      hosts.add(new HostSettings(name.get(), token.get(), ipv4, ipv6));
    }
  }

  private Optional<Secret> token(List<Setting> own) {
    Optional<Setting> setting = one(layers.of(own, Key.TOKEN, Key.TOKEN_FILE));
    if (setting.isEmpty()) {
      mistake("token: is missing; write token = ... or token-file = PATH");
      return Optional.empty();
    }
    if (setting.get().key() == Key.TOKEN) {
      return values.token(setting.get());
    }
    Optional<Path> file = values.path(setting.get());
    if (file.isEmpty()) {
      return Optional.empty();
    }
    tokenFiles.add(file.get());
    return values.tokenFile(setting.get(), file.get());
  }
}
