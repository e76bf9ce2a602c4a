package io.github.dyn53.bench;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The function's jar behind Lambda's own runtime client, with the settings Lambda chooses, and the
 * Python handler.
 *
 * @param home the root of the project
 * @param task the folder that the function's jar is unpacked in
 * @param trust what all of them trust
 */
record Contestants(Path home, Path task, Trust trust) {

  /** The template's default. */
  private static final List<String> C1 =
      List.of("-XX:TieredStopAtLevel=1", "-XX:CompileThresholdScaling=0.3");

  /** Where Maven leaves the function's jar. */
  static Path jar(Path home) {
    return home.resolve("functions/target/dyn53-functions.jar");
  }

  /** As Lambda runs Java without SnapStart. */
  Contestant javaC1() {
    return java("Java, C1", task, C1);
  }

  /** As Lambda runs Java 25 under SnapStart. */
  Contestant javaTiered() {
    return java("Java, default tiers", task, List.of());
  }

  /** A run that leaves an AOT cache behind when it ends. */
  Contestant javaTraining(Path cache) {
    return java(
        "Java, training",
        jar(home),
        List.of("-XX:AOTCacheOutput=" + cache, "-Xlog:aot=off,cds=off"));
  }

  /** With an AOT cache, which takes classes from jars only, as in a container image. */
  Contestant javaAot(Path cache) {
    return java(
        "Java, C1, AOT cache",
        jar(home),
        List.of("-XX:TieredStopAtLevel=1", "-XX:AOTCache=" + cache, "-Xlog:aot=off,cds=off"));
  }

  /** The stand-in for other people's handlers. */
  Contestant python() {
    return new Contestant("Python", List.of("python3", home + "/bench/python/runtime.py"));
  }

  private Contestant java(String name, Path function, List<String> options) {
    List<String> command =
        Stream.of(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "--enable-native-access=ALL-UNNAMED",
                    "-XX:+UseSerialGC",
                    // What a function with 512 MB can give to its heap.
                    "-Xmx384m",
                    "-Djavax.net.ssl.trustStore=" + trust.java(),
                    "-Dorg.crac.Core.Compat=com.amazonaws.services.lambda.crac"),
                options.stream(),
                Stream.of(
                    "-cp",
                    runtimeClient() + File.pathSeparator + function,
                    "com.amazonaws.services.lambda.runtime.api.client.AWSLambda",
                    "io.github.dyn53.functions.UpdateFunction::handleRequest"))
            .flatMap(part -> part)
            .toList();
    return new Contestant(name, command);
  }

  /** Lambda's part of the class path, out of this process's own. */
  private static String runtimeClient() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.contains("aws-lambda-java-") || path.contains("utils-lite"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
