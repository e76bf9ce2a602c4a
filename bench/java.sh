# For bench/run and bench/jmh, which run in the project's root: builds, and finds the JDK that is measured.

if [ -n "${DYN53_BENCH_JDK:-}" ]; then
  java=$DYN53_BENCH_JDK/bin/java
else
  # An AOT cache needs JDK 25; java25 is also what the function runs on in Lambda.
  java=$(ls -d /usr/lib/jvm/*25*/bin/java 2>/dev/null | head -n 1)
fi
if [ ! -x "$java" ]; then
  echo "bench needs a JDK 25: name its folder in DYN53_BENCH_JDK" >&2
  exit 1
fi

# Figures of yesterday's build would be worse than none.
build() {
  if [ ! -f bench/target/classpath ] || [ -n "$(find pom.xml core functions emulator bench \
    \( -path '*/src/*' -o -name pom.xml \) -newer bench/target/classpath -print -quit)" ]; then
    mvn -q -B -pl bench -am package -DskipTests
    touch bench/target/classpath
  fi
}
