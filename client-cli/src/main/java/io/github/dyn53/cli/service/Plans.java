package io.github.dyn53.cli.service;

import io.github.dyn53.cli.service.Plan.TextFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How each kind of service is made, removed and looked at on its system. */
public final class Plans {

  private static final String UNITS = "/etc/systemd/system/";
  private static final String LABEL = "io.github.dyn53";
  private static final String TASK = "dyn53";

  /** Ends our line, as a comment to the shell that runs it; nobody else's line is touched. */
  private static final String CRON_MARK = "# dyn53 service";

  private static final String CRON_DROP =
      "{ crontab -l 2>/dev/null | grep -vF -- \"$1\"; } | crontab -";

  private static final String CRON_SET =
      "{ crontab -l 2>/dev/null | grep -vF -- \"$1\"; printf '%s %s\\n' \"$2\" \"$1\"; } | crontab -";

  private Plans() {}

  /** What makes the service, or makes it anew: one that runs already is started again. */
  public static Plan install(ServiceKind kind, Installation installation) {
    return switch (kind) {
      case SYSTEMD ->
          new Plan(
              List.of(new TextFile(Path.of(UNITS + "dyn53.service"), systemd(installation))),
              systemctl("", "daemon-reload", "enable dyn53.service", "restart dyn53.service"),
              List.of());
      case SYSTEMD_USER ->
          new Plan(
              List.of(new TextFile(userUnit(installation), systemdUser(installation))),
              systemctl("--user", "daemon-reload", "enable dyn53.service", "restart dyn53.service"),
              List.of(
                  "It runs while you are logged in; `loginctl enable-linger` lets it always run."));
      case SYSTEMD_TIMER ->
          new Plan(
              List.of(
                  new TextFile(Path.of(UNITS + "dyn53-update.service"), oneShot(installation)),
                  new TextFile(Path.of(UNITS + "dyn53-update.timer"), timer(installation))),
              systemctl(
                  "", "daemon-reload", "enable dyn53-update.timer", "restart dyn53-update.timer"),
              List.of());
      case CRON ->
          new Plan(
              List.of(),
              List.of(),
              List.of(crontab(CRON_SET, cron(installation))),
              List.of(),
              Optional.of(cron(installation) + " " + CRON_MARK));
      case LAUNCHD ->
          new Plan(
              List.of(new TextFile(agent(installation), launchd(installation))),
              List.of(List.of("launchctl", "unload", agent(installation).toString())),
              List.of(List.of("launchctl", "load", "-w", agent(installation).toString())),
              List.of(),
              Optional.empty());
      case WINDOWS_TASK ->
          new Plan(
              List.of(task(installation)),
              List.of(List.of("schtasks", "/End", "/TN", TASK)),
              List.of(
                  List.of(
                      "schtasks",
                      "/Create",
                      "/F",
                      "/TN",
                      TASK,
                      "/XML",
                      task(installation).path().toString()),
                  List.of("schtasks", "/Run", "/TN", TASK)),
              List.of(),
              Optional.empty());
    };
  }

  /** What takes the service away again: its commands come first, then its files are deleted. */
  public static Plan remove(ServiceKind kind, Installation installation) {
    List<TextFile> files = install(kind, installation).files();
    return switch (kind) {
      case SYSTEMD -> new Plan(files, systemctl("", "disable --now dyn53.service"), List.of());
      case SYSTEMD_USER ->
          new Plan(files, systemctl("--user", "disable --now dyn53.service"), List.of());
      case SYSTEMD_TIMER ->
          new Plan(files, systemctl("", "disable --now dyn53-update.timer"), List.of());
      case CRON -> new Plan(files, List.of(crontab(CRON_DROP)), List.of());
      case LAUNCHD ->
          new Plan(
              files,
              List.of(List.of("launchctl", "unload", "-w", agent(installation).toString())),
              List.of());
      case WINDOWS_TASK ->
          new Plan(files, List.of(List.of("schtasks", "/Delete", "/F", "/TN", TASK)), List.of());
    };
  }

  /** The command that shows how the service is doing. */
  public static List<String> status(ServiceKind kind) {
    return switch (kind) {
      case SYSTEMD -> List.of("systemctl", "--no-pager", "status", "dyn53.service");
      case SYSTEMD_USER -> List.of("systemctl", "--user", "--no-pager", "status", "dyn53.service");
      case SYSTEMD_TIMER ->
          List.of(
              "systemctl", "--no-pager", "status", "dyn53-update.timer", "dyn53-update.service");
      case CRON -> List.of("sh", "-c", "crontab -l | grep -F -- \"$1\"", "sh", CRON_MARK);
      case LAUNCHD -> List.of("launchctl", "list", LABEL);
      case WINDOWS_TASK -> List.of("schtasks", "/Query", "/V", "/FO", "LIST", "/TN", TASK);
    };
  }

  private static List<List<String>> systemctl(String scope, String... verbs) {
    var commands = new ArrayList<List<String>>();
    for (String verb : verbs) {
      var words = new ArrayList<>(List.of("systemctl"));
      if (!scope.isEmpty()) {
        words.add(scope);
      }
      words.addAll(List.of(verb.split(" ")));
      commands.add(words);
    }
    return commands;
  }

  private static String systemd(Installation installation) {
    return Template.read("dyn53.service")
        .replace("@PROGRAM@", Template.systemdWords(installation.program()))
        .replace("@CONFIGURATION@", credential(installation));
  }

  /** The rest of this line is taken as it is, but for specifiers. */
  private static String credential(Installation installation) {
    return installation.configuration().toString().replace("%", "%%");
  }

  /** The same sandbox around a program that ends by itself. */
  private static String oneShot(Installation installation) {
    String service =
        systemd(installation)
            .replace(" watch --config", " update --quiet --config")
            .replace("StateDirectory=", caches(installation) + "StateDirectory=")
            .replace("ExecStart=", "Type=oneshot\nExecStart=");
    var lines = new ArrayList<String>();
    for (String line : service.split("\n", -1)) {
      boolean restarts =
          line.startsWith("Restart=")
              || line.startsWith("RestartSec=")
              || line.startsWith("RestartPrevent")
              || line.startsWith("# A wrong command line");
      if (!restarts) {
        lines.add(line);
      }
    }
    String text = String.join("\n", lines);
    // The timer is what gets enabled.
    return text.substring(0, text.indexOf("\n[Install]"));
  }

  /** Where a jar keeps its classes; the image has an archive of them. */
  private static String caches(Installation installation) {
    return installation.program().size() == 1 ? "" : "CacheDirectory=dyn53\n";
  }

  private static String timer(Installation installation) {
    return Template.read("dyn53-update.timer")
        .replace("@MINUTE@", String.valueOf(installation.minute()));
  }

  private static String systemdUser(Installation installation) {
    return Template.read("dyn53-user.service")
        .replace("@PROGRAM@", Template.systemdWords(installation.program()))
        .replace("@CONFIGURATION@", Template.systemdWord(installation.configuration().toString()));
  }

  private static Path userUnit(Installation installation) {
    return installation.home().resolve(".config/systemd/user/dyn53.service");
  }

  /** Whoever has no crontab yet has one without a line. */
  private static List<String> crontab(String script, String... lines) {
    var words = new ArrayList<>(List.of("sh", "-c", script, "sh", CRON_MARK));
    words.addAll(List.of(lines));
    return words;
  }

  private static String cron(Installation installation) {
    var words = new ArrayList<>(installation.program());
    words.addAll(List.of("update", "--quiet", "--config", installation.configuration().toString()));
    return "%d-59/5 * * * * %s".formatted(installation.minute(), Template.cronWords(words));
  }

  private static Path agent(Installation installation) {
    return installation.home().resolve("Library/LaunchAgents/" + LABEL + ".plist");
  }

  private static String launchd(Installation installation) {
    var words = new StringBuilder();
    for (String word : watch(installation)) {
      words.append("    <string>").append(Template.xml(word)).append("</string>\n");
    }
    return Template.read("launchd.plist")
        .replace("@LABEL@", LABEL)
        .replace(
            "@LOG@", Template.xml(installation.home().resolve("Library/Logs/dyn53.log").toString()))
        .replace("@WORDS@", words.toString().stripTrailing());
  }

  private static List<String> watch(Installation installation) {
    var words = new ArrayList<>(installation.program());
    words.addAll(List.of("watch", "--config", installation.configuration().toString()));
    return words;
  }

  /**
   * schtasks takes UTF-16 with a byte order mark only. It lies where removing finds it, whichever
   * configuration is named then.
   */
  private static TextFile task(Installation installation) {
    List<String> words = watch(installation);
    String text =
        Template.read("windows-task.xml")
            .replace("@PROGRAM@", Template.xml(words.getFirst()))
            .replace(
                "@ARGUMENTS@", Template.xml(Template.windowsWords(words.subList(1, words.size()))));
    Path file = installation.home().resolve("AppData/Local/dyn53/dyn53-task.xml");
    return new TextFile(file, "\uFEFF" + text, StandardCharsets.UTF_16LE);
  }
}
