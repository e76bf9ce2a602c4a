package io.github.dyn53.functions.admin;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.jr.ob.JSON;
import io.github.dyn53.access.TokensUnavailableException;
import io.github.dyn53.dns.ZoneRefusedException;
import io.github.dyn53.dns.ZoneUnavailableException;
import io.github.dyn53.host.StateUnavailableException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Carries out the owner's commands: one JSON object in, one JSON object out. The answer has {@code
 * "ok": true} and what was asked for, or {@code "ok": false} and an {@code error} with the {@code
 * field} that is wrong, if one is, and a {@code message}.
 */
public final class AdminHandler {

  private final Map<String, Function<Fields, Map<String, Object>>> commands = new TreeMap<>();

  /**
   * Makes the handler.
   *
   * @param hosts carries out the commands on hosts
   * @param tokens carries out the commands on tokens
   */
  public AdminHandler(HostCommands hosts, TokenCommands tokens) {
    commands.put("host.add", hosts::add);
    commands.put("host.change", hosts::change);
    commands.put("host.list", hosts::list);
    commands.put("host.show", hosts::show);
    commands.put("host.setup", hosts::setup);
    commands.put("host.remove", hosts::remove);
    commands.put("host.history", hosts::history);
    commands.put("status", hosts::status);
    commands.put("token.create", tokens::create);
    commands.put("token.list", tokens::list);
    commands.put("token.rotate", tokens::rotate);
    commands.put("token.revoke", tokens::revoke);
  }

  /**
   * Carries out one command.
   *
   * @throws IOException when {@code in} can't be read or {@code out} not be written
   */
  public void handle(InputStream in, OutputStream out) throws IOException {
    JSON.std.with(JSON.Feature.WRITE_NULL_PROPERTIES).write(answer(in), out);
  }

  private Map<String, Object> answer(InputStream in) throws IOException {
    try {
      Map<String, Object> command = read(in);
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("ok", true);
      answer.putAll(carryOut(new Fields(command)));
      return answer;
    } catch (InvalidCommandException e) {
      return error(Map.of("field", e.field(), "message", String.valueOf(e.getMessage())));
    } catch (StateUnavailableException
        | TokensUnavailableException
        | ZoneUnavailableException
        | ZoneRefusedException e) {
      return error(Map.of("message", String.valueOf(e.getMessage())));
    }
  }

  private static Map<String, Object> read(InputStream in) throws IOException {
    try {
      return Optional.ofNullable(JSON.std.mapFrom(in)).orElseThrow(AdminHandler::noObject);
    } catch (JacksonException | CharConversionException e) {
      // The parser's own message may quote the input.
      throw noObject();
    }
  }

  private static InvalidCommandException noObject() {
    return new InvalidCommandException("command", "the command must be a JSON object");
  }

  private Map<String, Object> carryOut(Fields fields) {
    String name = fields.text("command");
    Function<Fields, Map<String, Object>> command = commands.get(name);
    if (command == null) {
      throw new InvalidCommandException(
          "command", "must be one of %s, not \"%s\"".formatted(commands.keySet(), name));
    }
    return command.apply(fields);
  }

  private static Map<String, Object> error(Map<String, Object> error) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("ok", false);
    answer.put("error", new TreeMap<>(error));
    return answer;
  }
}
