package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.sql.Columns;
import java.util.List;
import java.util.Map;

/** Entries as arrays. */
final class EntryColumns {

  private EntryColumns() {}

  static Map<String, Object> of(List<Entry> entries) {
    return new Columns<>(entries)
        .uuids("ids", Entry::id)
        .texts("kinds", entry -> entry.kind().name())
        .uuids("memberships", entry -> entry.membership().value())
        .uuids("customers", entry -> entry.cameFor().value())
        .times("times", Entry::at)
        .uuids(
            "transactions",
            entry -> {
              var transaction = entry.occasion().transaction();
              return transaction == null ? null : transaction.value();
            })
        .uuids(
            "redemptions",
            entry -> {
              var redemption = entry.occasion().redemption();
              return redemption == null ? null : redemption.value();
            })
        .uuids(
            "compensations",
            entry -> {
              var compensation = entry.occasion().compensation();
              return compensation == null ? null : compensation.value();
            })
        .uuids("merges", entry -> entry.occasion().merge())
        .uuids(
            "transfers",
            entry -> {
              var transfer = entry.occasion().transfer();
              return transfer == null ? null : transfer.value();
            })
        .ints("ruleVersions", Entry::ruleVersion)
        .longs("shortfalls", Entry::shortfall)
        .longs("debts", Entry::debt)
        .texts("notes", entry -> entry.note() == null ? null : entry.note().name())
        .arrays();
  }
}
