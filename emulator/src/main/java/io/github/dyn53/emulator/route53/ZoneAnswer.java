package io.github.dyn53.emulator.route53;

/** What a zone holds for one name and type, wildcards expanded. */
public sealed interface ZoneAnswer {
  /** These records; for the name that was asked, also where a wildcard's set stands in for it. */
  record Found(RecordSet recordSet) implements ZoneAnswer {}

  /** The name is an alias: look up the name in this CNAME instead. */
  record Alias(RecordSet cname) implements ZoneAnswer {}

  /** The name exists, if only because another one lies below it, but not with this type. */
  record NoData() implements ZoneAnswer {}

  /** Neither the name nor a wildcard for it exists. */
  record NoSuchName() implements ZoneAnswer {}
}
