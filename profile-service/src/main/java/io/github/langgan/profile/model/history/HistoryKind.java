package io.github.langgan.profile.model.history;

/** What a caller may filter a history by. */
public enum HistoryKind {
  TRANSACTION,
  INTERACTION,
  CASE,
  POINTS,
  MEMBERSHIP,
  CARD,
  OFFER,
  INTAKE
}
