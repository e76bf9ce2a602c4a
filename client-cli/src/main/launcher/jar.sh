#!/bin/sh
# dyn53 @version@ for any Java 21 or newer. The rest of this file is a jar, which `java -jar` takes as well; here Java gets the options besides
# that a jar can't ask for.

# Whether this is the home of a Java that is new enough; leaves its version.
new_enough() {
  if [ -x "$1/bin/java" ] && [ -r "$1/release" ]; then
    while IFS='="' read -r key _ version _; do
      if [ "$key" = JAVA_VERSION ]; then
        [ "${version%%[!0-9]*}" -ge 21 ]
        return
      fi
    done <"$1/release"
  fi
  return 1
}

java=
for home in "${JAVA_HOME:-}" /usr/lib/jvm/default-java /usr/lib/jvm/* /Library/Java/JavaVirtualMachines/*/Contents/Home; do
  if new_enough "$home"; then
    java=$home/bin/java
    break
  fi
done
if [ -z "$java" ]; then
  # Some bring no file that tells their version: they are tried.
  java=$(command -v java) && home=$(readlink -f "$java") && home=${home%/bin/java}
  if [ -z "$java" ] || { [ -r "$home/release" ] && ! new_enough "$home"; }; then
    echo "dyn53: there is no Java 21 or newer here; install one, or set JAVA_HOME to the folder of one" >&2
    exit 3
  fi
fi

# What dyn53 does is over in a moment, or little: neither the second compiler nor most of what the first would do pays, and the smallest collector
# is enough.
set -- -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3 -jar "$0" "$@"
[ "${7:-}" = update ] || exec "$java" "$@"

# An update starts from the classes of an earlier one as Java had linked them (class data sharing). Java believes what it finds there, so the folder
# has to be one's own.
if [ -n "${CACHE_DIRECTORY:-}" ]; then
  cache=${CACHE_DIRECTORY%%:*}
else
  cache=${XDG_CACHE_HOME:-${HOME:+$HOME/.cache}}
  cache=${cache:+$cache/dyn53}
fi
[ -z "$cache" ] || [ -d "$cache" ] || (umask 077 && mkdir -p "$cache") 2>/dev/null
if [ -z "$cache" ] || [ -L "$cache" ] || [ ! -O "$cache" ] || [ ! -w "$cache" ]; then exec "$java" "$@"; fi

# A run that fails needs other classes, so that they are kept of one that ends well (0 or 1) and comes after another: in the first, all was set up.
# That one is remembered, since Java says nothing of an archive that fits another Java or another jar.
now="@version@ $java $version"
was=
[ ! -r "$cache/jar" ] || read -r was <"$cache/jar"
if [ "$was" != "$now" ] || [ "$0" -nt "$cache/jar" ]; then
  "$java" "$@"
  code=$?
  [ $code -gt 1 ] || { rm -f "$cache/update.jsa" && echo "$now" >"$cache/jar"; } 2>/dev/null
  exit $code
fi
set -- -Xshare:auto -Xlog:disable "$@"
[ ! -e "$cache/update.jsa" ] || exec "$java" "-XX:SharedArchiveFile=$cache/update.jsa" "$@"
"$java" "-XX:ArchiveClassesAtExit=$cache/update.$$" "$@"
code=$?
if [ $code -le 1 ] && [ -e "$cache/update.$$" ]; then mv -f "$cache/update.$$" "$cache/update.jsa"; else rm -f "$cache/update.$$"; fi
exit $code
