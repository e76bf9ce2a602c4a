package io.github.dyn53.update;

import io.github.dyn53.access.TokenHash;
import io.github.dyn53.dns.Hostname;
import io.github.dyn53.dns.Label;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A bounded memory of the hosts that requests reached, so that the next one of its kind reads them
 * all at once: which they are stands in what is read. Safe for use by several threads.
 */
final class Reached {

  private static final int MOST = 500;

  private final Map<Asked, Set<Hostname>> hostnames =
      new LinkedHashMap<>() {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Asked, Set<Hostname>> eldest) {
          return size() > MOST;
        }
      };

  /** What makes two requests of one kind. */
  private record Asked(TokenHash token, List<Hostname> named, List<Label> labels) {
    static Asked of(UpdateRequest request) {
      return new Asked(
          request.secret().hash(),
          request.named(),
          request.labels().stream().map(LabelUpdate::label).toList());
    }
  }

  /** The hosts that such a request reached last, or that it names. */
  synchronized Set<Hostname> recall(UpdateRequest request) {
    Asked asked = Asked.of(request);
    return hostnames.getOrDefault(asked, Set.copyOf(asked.named()));
  }

  /** Remembers the hosts that a request reached. */
  synchronized void remember(UpdateRequest request, Set<Hostname> reached) {
    Asked asked = Asked.of(request);
    hostnames.remove(asked);
    if (!reached.equals(Set.copyOf(asked.named()))) {
      hostnames.put(asked, Set.copyOf(reached));
    }
  }
}
