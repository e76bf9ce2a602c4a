#!/bin/sh
# dyn53 @version@ for any Java 21 or newer. The rest of this file is a jar, which `java -jar` takes as well; here Java gets the options besides
# that a jar can't ask for.

# Any Java that is new enough: JAVA_HOME's, the system's, what the PATH has.
java=java
for home in "${JAVA_HOME:-}" /usr/lib/jvm/default-java /usr/lib/jvm/*; do
  if [ -x "$home/bin/java" ] && [ -r "$home/release" ]; then
    while IFS='="' read -r key _ version _; do
      if [ "$key" = JAVA_VERSION ] && [ "${version%%[!0-9]*}" -ge 21 ]; then java=$home/bin/java; break 2; fi
    done <"$home/release"
  fi
done

# What it does is over in a moment, or little: neither the second compiler nor most of what the first would do pays, and the smallest collector is enough.
set -- -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3 -jar "$0" "$@"

# Java keeps the classes of an update as it has linked them (class data sharing), and makes that file anew for another Java; another jar it would
# only do without. It believes what is in there, so the folder has to be one's own. The first run that ends well keeps nothing: which classes are
# needed is seen once all is set up.
if [ "${7:-}" = update ]; then
  cache=${CACHE_DIRECTORY:-${XDG_CACHE_HOME:-${HOME:-/nonexistent}/.cache}/dyn53}
  [ -d "$cache" ] || (umask 077 && mkdir -p "$cache") 2>/dev/null
  if [ -O "$cache" ] && [ -w "$cache" ]; then
    if [ ! -e "$cache/@version@" ] || [ "$0" -nt "$cache/@version@" ]; then
      "$java" "$@" || exit
      { rm -f "$cache"/* && : >"$cache/@version@"; } 2>/dev/null
      exit 0
    fi
    set -- -Xlog:disable -XX:+AutoCreateSharedArchive "-XX:SharedArchiveFile=$cache/update.jsa" "$@"
  fi
fi
exec "$java" "$@"
