package io.github.langgan.customer.upkeep.inactivity;

import io.github.langgan.chassis.audit.Audit;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Keeps the rules, and says beforehand what one would do. */
@Singleton
class StateInactivityRule {

  private static final int SAMPLE = 20;

  private final InactivityRules rules;
  private final InactiveCustomers customers;
  private final Audit audit;
  private final Clock clock;

  StateInactivityRule(
      InactivityRules rules, InactiveCustomers customers, Audit audit, Clock clock) {
    this.rules = rules;
    this.customers = customers;
    this.audit = audit;
    this.clock = clock;
  }

  @Transactional
  void state(InactivityRule rule, String by) {
    Instant now = clock.instant();
    rules.put(rule, by, now);
    audit.record(
        "inactivity-rule.stated",
        "inactivity-rule",
        rule.code(),
        "",
        Map.of("period", rule.period().toString(), "periods", rule.periods()));
  }

  /** False when there is none. */
  @Transactional
  boolean withdraw(String code) {
    if (!rules.remove(code)) {
      return false;
    }
    audit.record("inactivity-rule.withdrawn", "inactivity-rule", code, "", Map.of());
    return true;
  }

  /** What would come of all rules if this one were stated. */
  PreviewView foresee(InactivityRule rule) {
    List<InactivityRule> then = new ArrayList<>(rules.all());
    then.removeIf(one -> one.code().equals(rule.code()));
    then.add(rule);
    return PreviewView.of(
        customers.count(then), customers.sample(then, SAMPLE), customers.notedSince());
  }
}
