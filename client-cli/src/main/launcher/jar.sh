#!/bin/sh
# dyn53 @version@ for any Java 21 or newer. The rest of this file is a jar, which `java -jar` takes as well; here Java gets the options besides
# that a jar can't ask for.

# Whether this is the home of a Java that is new enough; leaves its version.
new_enough() {
  if [ -x "$1/bin/java" ] && [ -r "$1/release" ]; then
    while IFS='="' read -r key _ version _; do
      if [ "$key" = JAVA_VERSION ]; then
        [ "${version%%[!0-9]*}" -ge 21 ] 2>/dev/null
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

# Java takes other words than paths for options.
case $0 in
  /*) jar=$0 ;;
  *) jar=./$0 ;;
esac
# What dyn53 does is over in a moment, or little: neither the second compiler nor most of what the first would do pays, and the smallest collector
# is enough.
set -- -Xmx64m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -XX:CompileThresholdScaling=3 -jar "$jar" "$@"
[ "${7:-}" = update ] || exec "$java" "$@"

# An update starts from the classes of an earlier one as Java had linked them (class data sharing). Java believes what it finds there, so the folder
# and the file have to be one's own; and root does not ask its environment, which may be another user's.
if [ -n "${CACHE_DIRECTORY:-}" ]; then
  cache=${CACHE_DIRECTORY%%:*}
elif [ -O / ]; then
  cache=/var/cache/dyn53
else
  cache=${XDG_CACHE_HOME:-${HOME:-}/.cache}/dyn53
fi
case $cache in
  /.cache/* | [!/]*) exec "$java" "$@" ;;
esac
[ -d "$cache" ] || (umask 077 && mkdir -p "$cache") 2>/dev/null
if [ -L "$cache" ] || [ ! -O "$cache" ] || [ ! -w "$cache" ]; then exec "$java" "$@"; fi

# Java itself does not say that an archive is of another Java or another jar.
now="@version@ $java $version"
was=
[ ! -r "$cache/jar" ] || read -r was <"$cache/jar"
if [ "$was" = "$now" ] && [ ! "$jar" -nt "$cache/jar" ]; then
  if [ -O "$cache/update.jsa" ]; then set -- -Xshare:auto -Xlog:disable "-XX:SharedArchiveFile=$cache/update.jsa" "$@"; fi
  exec "$java" "$@"
fi

# The first run that ends well (with 0 or 1) is followed by another for the archive alone: to fail to write it would change the exit code.
"$java" "$@" &
child=$!
trap 'kill $child' INT TERM HUP
wait $child
code=$?
[ $code -le 1 ] || exit $code
for word; do
  [ "$word" != --force ] || exit $code
done
{
  "$java" -XX:ArchiveClassesAtExit="$cache/update.$$" "$@"
  if [ $? -le 1 ] && sync "$cache/update.$$"; then mv -f "$cache/update.$$" "$cache/update.jsa"; else rm -f "$cache/update.$$" "$cache/update.jsa"; fi
  echo "$now" >"$cache/jar"
} >/dev/null 2>&1
exit $code
