package io.github.langgan.analytics.inbound;

import static java.util.Objects.requireNonNull;

import io.github.langgan.analytics.contract.MergeAppliedV1;
import io.github.langgan.analytics.contract.MergeEffectsV1;
import io.github.langgan.analytics.contract.MergePreviewedV1;
import io.github.langgan.analytics.contract.MergeUndoneV1;
import io.github.langgan.analytics.facts.MoveFacts;
import io.github.langgan.analytics.facts.MoveFacts.Moved;
import io.github.langgan.analytics.facts.RecountCustomers;
import io.github.langgan.analytics.lifecycle.FollowStages;
import io.github.langgan.analytics.model.CustomerId;
import io.github.langgan.analytics.scoring.ScoreCustomers;
import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.event.PublishedEvent;
import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.chassis.outbox.Effect;
import io.github.langgan.chassis.outbox.Outbox;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Answers each merge, split and proposal once, in their order. The customers of a batch are counted
 * and scored when all their facts have moved, as effects of the last that moved them.
 */
@Singleton
class AnswerMerges {

  static final String MERGED = "customer.merged";
  static final String UNMERGED = "customer.unmerged";
  static final String MERGE_PROPOSED = "customer.merge-proposed";
  static final Set<String> TYPES = Set.of(MERGED, UNMERGED, MERGE_PROPOSED);

  private final Aliases aliases;
  private final MoveFacts facts;
  private final RecountCustomers recount;
  private final ScoreCustomers scores;
  private final FollowStages stages;
  private final Outbox outbox;
  private final Clock clock;

  AnswerMerges(
      Aliases aliases,
      MoveFacts facts,
      RecountCustomers recount,
      ScoreCustomers scores,
      FollowStages stages,
      Outbox outbox,
      Clock clock) {
    this.aliases = aliases;
    this.facts = facts;
    this.recount = recount;
    this.scores = scores;
    this.stages = stages;
    this.outbox = outbox;
    this.clock = clock;
  }

  /** The fields of all three that we read; a proposal has an id of its own. */
  record MergeTold(@Nullable UUID mergeId, @Nullable UUID proposalId, UUID survivor, UUID merged) {
    MergeTold {
      requireNonNull(survivor, "survivor");
      requireNonNull(merged, "merged");
    }
  }

  /** Before the batch changes anything: writers that wait for a row hold the lock already. */
  void lockBefore(List<ReceivedEvent> events) {
    if (events.stream().anyMatch(AnswerMerges::moves)) {
      aliases.lock();
    }
  }

  void answer(List<ReceivedEvent> events) {
    Instant now = clock.instant();
    List<Effect> effects = new ArrayList<>(events.size());
    Map<UUID, ReceivedEvent> lastOf = new LinkedHashMap<>();
    for (ReceivedEvent event : events) {
      MergeTold told = event.as(MergeTold.class);
      effects.add(new Effect(answer(event.type(), told, now), event));
      if (moves(event)) {
        lastOf.put(told.survivor(), event);
        lastOf.put(told.merged(), event);
      }
    }
    if (!lastOf.isEmpty()) {
      recount.fromMovedFacts(lastOf.keySet().stream().map(CustomerId::new).toList());
      scores.score(lastOf.keySet()).stream()
          .map(one -> new Effect(one.updatedAt(now), lastOf.get(one.customerId())))
          .forEach(effects::add);
      stages
          .follow(lastOf.keySet())
          .forEach(one -> effects.add(new Effect(one, lastOf.get(one.customerId()))));
    }
    outbox.appendEffects(effects);
  }

  private PublishedEvent answer(String type, MergeTold told, Instant now) {
    return switch (type) {
      case MERGED -> {
        MergeEffectsV1 effects = effects(facts.merge(told.merged(), told.survivor()));
        yield new MergeAppliedV1(requireNonNull(told.mergeId(), "mergeId"), now, effects);
      }
      case UNMERGED -> {
        MergeEffectsV1 effects = effects(facts.split(told.merged(), told.survivor()));
        yield new MergeUndoneV1(requireNonNull(told.mergeId(), "mergeId"), now, effects, List.of());
      }
      case MERGE_PROPOSED -> {
        MergeEffectsV1 effects = effects(facts.preview(told.merged()));
        yield new MergePreviewedV1(requireNonNull(told.proposalId(), "proposalId"), now, effects);
      }
      default -> throw new IllegalArgumentException(type);
    };
  }

  private static boolean moves(ReceivedEvent event) {
    return !event.type().equals(MERGE_PROPOSED);
  }

  private static MergeEffectsV1 effects(Moved moved) {
    return new MergeEffectsV1(moved.transactions(), moved.cases());
  }
}
