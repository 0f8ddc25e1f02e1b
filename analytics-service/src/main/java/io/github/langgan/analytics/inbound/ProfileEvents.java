package io.github.langgan.analytics.inbound;

import io.github.langgan.analytics.facts.RecordTransactions;
import io.github.langgan.analytics.facts.TransactionFact;
import io.github.langgan.analytics.lifecycle.FollowStages;
import io.github.langgan.analytics.scoring.ScoreCustomers;
import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.inbox.TopicListener;
import io.github.langgan.chassis.outbox.Effect;
import io.github.langgan.chassis.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;

/**
 * Transactions become facts; each customer of a batch gets one new score, as an effect of its last
 * event. A customer that lost a transaction to another has no event of its own.
 */
@Singleton
class ProfileEvents implements TopicListener {

  private final Aliases aliases;
  private final ErasedSubjects erasedSubjects;
  private final RecordTransactions transactions;
  private final ScoreCustomers scores;
  private final FollowStages stages;
  private final Outbox outbox;
  private final Clock clock;

  ProfileEvents(
      Aliases aliases,
      ErasedSubjects erasedSubjects,
      RecordTransactions transactions,
      ScoreCustomers scores,
      FollowStages stages,
      Outbox outbox,
      Clock clock) {
    this.aliases = aliases;
    this.erasedSubjects = erasedSubjects;
    this.transactions = transactions;
    this.scores = scores;
    this.stages = stages;
    this.outbox = outbox;
    this.clock = clock;
  }

  @Override
  public String topic() {
    return "crm.profile";
  }

  @Override
  public Set<String> types() {
    return Set.of("transaction.recorded", "transaction.attributed");
  }

  @Override
  public void apply(List<ReceivedEvent> events) {
    List<TransactionReported> reported =
        events.stream().map(event -> event.as(TransactionReported.class)).toList();
    Map<UUID, UUID> meanings =
        aliases.resolve(
            reported.stream()
                .map(TransactionReported::customerId)
                .filter(Objects::nonNull)
                .toList());
    Set<UUID> erased = erasedSubjects.among(meanings.keySet());
    List<TransactionFact> facts = new ArrayList<>(events.size());
    Map<UUID, ReceivedEvent> lastOf = new LinkedHashMap<>();
    for (int i = 0; i < events.size(); i++) {
      TransactionFact fact = reported.get(i).toFact(meanings, erased);
      facts.add(fact);
      if (fact.attribution() != null) {
        lastOf.put(fact.attribution().owner().customerId(), events.get(i));
      }
    }
    Set<UUID> changed = new LinkedHashSet<>(lastOf.keySet());
    transactions.record(facts).forEach(loser -> changed.add(loser.value()));
    Instant now = clock.instant();
    List<Effect> effects = new ArrayList<>();
    scores
        .score(changed)
        .forEach(one -> effects.add(new Effect(one.updatedAt(now), lastOf.get(one.customerId()))));
    stages
        .follow(changed)
        .forEach(one -> effects.add(new Effect(one, lastOf.get(one.customerId()))));
    outbox.appendEffects(effects);
  }
}
