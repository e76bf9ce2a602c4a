package io.github.dyn53.emulator.route53;

import java.util.List;

/** A request that the service answers with an error: an HTTP status, a code and what was wrong. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient List<String> messages;
  private final BatchErrorForm form;

  private Refusal(int status, String code, List<String> messages, BatchErrorForm form) {
    super(code + ": " + messages);
    this.status = status;
    this.code = code;
    this.messages = List.copyOf(messages);
    this.form = form;
  }

  Refusal(int status, String code, String message) {
    this(status, code, List.of(message), BatchErrorForm.ERROR_RESPONSE);
  }

  static Refusal invalidInput(String message) {
    return new Refusal(400, "InvalidInput", message);
  }

  /** A body that the service's XML schema does not allow. */
  static Refusal invalidXml(String problem) {
    return invalidInput("Invalid XML ; " + problem);
  }

  static Refusal noSuchZone(String id) {
    return new Refusal(404, "NoSuchHostedZone", "No hosted zone found with ID: " + id);
  }

  /** Zones have name servers of their own; there are no delegation sets to share. */
  static Refusal noSuchDelegationSet(String id) {
    return new Refusal(400, "NoSuchDelegationSet", "No delegation set found with ID: " + id);
  }

  static Refusal invalidChangeBatch(List<String> messages, BatchErrorForm form) {
    return new Refusal(400, "InvalidChangeBatch", messages, form);
  }

  static Refusal throttled() {
    return new Refusal(400, "Throttling", "Rate exceeded");
  }

  static Refusal busy() {
    return new Refusal(
        400,
        "PriorRequestNotComplete",
        "The request was rejected because Route 53 was still processing a prior request.");
  }

  static Refusal internalFailure() {
    return new Refusal(
        500, "InternalFailure", "We encountered an internal error. Please try again.");
  }

  int status() {
    return status;
  }

  Xml body(String requestId) {
    var id = Xml.text("RequestId", requestId);
    return switch (form) {
      case INVALID_CHANGE_BATCH -> Xml.node("InvalidChangeBatch", messageList("Messages"), id);
      case ERROR_RESPONSE -> Xml.node("ErrorResponse", error(), id);
    };
  }

  private Xml error() {
    var type = Xml.text("Type", status < 500 ? "Sender" : "Receiver");
    if (!code.equals("InvalidChangeBatch")) {
      return Xml.node(
          "Error", type, Xml.text("Code", code), Xml.text("Message", messages.getFirst()));
    }
    // The one error with a field of its own, which the API's model writes in lower case.
    return Xml.node(
        "Error",
        type,
        Xml.text("Code", code),
        Xml.text("Message", messages.toString()),
        messageList("messages"));
  }

  private Xml messageList(String name) {
    return Xml.list(name, messages.stream().map(message -> Xml.text("Message", message)));
  }
}
