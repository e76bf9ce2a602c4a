package io.github.dyn53.emulator.lambda.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dyn53.emulator.faults.Callers;
import io.github.dyn53.emulator.lambda.Invocation;
import io.github.dyn53.emulator.lambda.LambdaFunction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProcessSandboxTest {

  private static final int LIMIT = 2;

  private final List<String> log = new CopyOnWriteArrayList<>();
  private final RuntimeClient client = RuntimeClient.unpack();
  private final ProcessSandbox sandbox = sandbox(Map.of("VARIABLE", "told"));
  private final LambdaFunction function =
      new LambdaFunction("Scripted", sandbox, Duration.ofSeconds(10));

  @AfterEach
  void close() {
    sandbox.close();
    client.close();
  }

  @Test
  void usesIdleProcessAgain() {
    assertThat(invoke("pid")).isEqualTo(invoke("pid"));
  }

  @Test
  void startsProcessesUpToLimitForEventsThatMeet() {
    List<CompletableFuture<Invocation>> meeting =
        Stream.generate(() -> CompletableFuture.supplyAsync(() -> invoke("pid, in a while")))
            .limit(4)
            .toList();

    Set<Invocation> pids =
        meeting.stream().map(CompletableFuture::join).collect(Collectors.toSet());

    assertThat(pids).hasSize(LIMIT).allMatch(Invocation.Returned.class::isInstance);
  }

  @Test
  void tellsFunctionWhatLambdaTellsIt() {
    assertThat(invoke("variable")).isEqualTo(new Invocation.Returned("\"told\""));
    assertThat(invoke("foreign variables")).isEqualTo(new Invocation.Returned("false"));
    assertThat(invoke("context"))
        .isEqualTo(
            new Invocation.Returned(
                "\"Scripted arn:aws:lambda:us-east-1:000000000000:function:Scripted true\""));
  }

  @Test
  void logsWhatProcessPrintsUnderItsName() throws Exception {
    invoke("print");

    awaitLog("Scripted: to standard output");
    awaitLog("Scripted: to standard error");
  }

  @Test
  void goesOnInProcessWhoseHandlerThrew() {
    Invocation before = invoke("pid");

    assertThat(invoke("throw"))
        .isEqualTo(new Invocation.Failed("java.lang.IllegalStateException", "no luck"));

    assertThat(invoke("pid")).isEqualTo(before);
  }

  @Test
  void replacesProcessThatEndedInMidInvocation() {
    Invocation before = invoke("pid");

    assertThat(invoke("exit")).isInstanceOf(Invocation.Failed.class);

    assertThat(invoke("pid")).isInstanceOf(Invocation.Returned.class).isNotEqualTo(before);
  }

  @Test
  void saysHowProcessEnded() {
    var exited = (Invocation.Failed) invoke("exit");

    assertThat(exited.type()).isEqualTo("Runtime.ExitError");
    assertThat(exited.message())
        .matches("RequestId: \\S+ Error: Runtime exited with error: exit status 3");
  }

  @Test
  void saysThatProcessWasKilled() throws Exception {
    ProcessHandle process = process(invoke("pid"));
    CompletableFuture<Invocation> hanging = CompletableFuture.supplyAsync(() -> invoke("hang"));
    awaitLog("Scripted: hangs");

    process.destroyForcibly();

    var killed = (Invocation.Failed) hanging.get(10, TimeUnit.SECONDS);
    assertThat(killed.type()).isEqualTo("Runtime.ExitError");
    assertThat(killed.message()).endsWith("Runtime exited with error: signal: killed");
  }

  @Test
  void replacesProcessThatWasKilledWhileItWasIdle() throws Exception {
    Invocation before = invoke("pid");
    ProcessHandle process = process(before);

    process.destroyForcibly();
    process.onExit().get(10, TimeUnit.SECONDS);

    assertThat(invoke("pid")).isInstanceOf(Invocation.Returned.class).isNotEqualTo(before);
  }

  @Test
  void endsProcessThatIsLate() throws Exception {
    var hasty = new LambdaFunction("Scripted", sandbox, Duration.ofMillis(500));
    ProcessHandle process = process(invoke("pid"));

    var late = (Invocation.Failed) invoke(hasty, "hang");

    assertThat(late.type()).isEqualTo("Sandbox.Timedout");
    assertThat(late.message()).endsWith("Error: Task timed out after 0.50 seconds");
    process.onExit().get(10, TimeUnit.SECONDS);
    assertThat(invoke("pid")).isInstanceOf(Invocation.Returned.class);
  }

  @Test
  void saysWhyFunctionCannotStart() {
    try (ProcessSandbox unstartable = sandbox(Map.of("UNSTARTABLE", "yes"))) {
      var broken = new LambdaFunction("Scripted", unstartable, Duration.ofSeconds(10));

      assertThat(invoke(broken, "pid"))
          .isEqualTo(
              new Invocation.Failed("java.lang.IllegalArgumentException", "SETTING is not set"));
    }
  }

  @Test
  void leavesNoProcessBehind() throws Exception {
    ProcessHandle idle = process(invoke("pid"));
    CompletableFuture<Invocation> hanging = CompletableFuture.supplyAsync(() -> invoke("hang"));
    awaitLog("Scripted: hangs");

    sandbox.close();

    assertThat(idle.isAlive()).isFalse();
    assertThat(hanging.get(10, TimeUnit.SECONDS)).isInstanceOf(Invocation.Failed.class);
    assertThat(ProcessHandle.current().children().filter(ProcessSandboxTest::isScripted)).isEmpty();
  }

  private ProcessSandbox sandbox(Map<String, String> variables) {
    return new ProcessSandbox(
        new FunctionProcess(client, "Scripted", ScriptedFunction.class.getName(), variables),
        LIMIT,
        new Callers(List.of()),
        log::add);
  }

  private Invocation invoke(String order) {
    return invoke(function, order);
  }

  private static Invocation invoke(LambdaFunction function, String order) {
    return function.invoke("\"%s\"".formatted(order).getBytes(StandardCharsets.UTF_8));
  }

  private static ProcessHandle process(Invocation pid) {
    var returned = (Invocation.Returned) pid;
    return ProcessHandle.of(Long.parseLong(returned.payload())).orElseThrow();
  }

  private static boolean isScripted(ProcessHandle process) {
    return process
        .info()
        .commandLine()
        .filter(line -> line.contains(ScriptedFunction.class.getName()))
        .isPresent();
  }

  private void awaitLog(String line) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(10);
    while (!log.contains(line)) {
      assertThat(System.nanoTime()).as("time for %s in %s", line, log).isLessThan(deadline);
      TimeUnit.MILLISECONDS.sleep(10);
    }
  }
}
