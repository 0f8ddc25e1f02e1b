package io.github.langgan.customer.network.relationship;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.customer.contract.RelationshipEndedV1;
import io.github.langgan.customer.contract.RelationshipEstablishedV1;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.network.Relationship;
import io.github.langgan.customer.model.network.Relationships;
import io.github.langgan.customer.model.network.Relationships.Related;
import io.github.langgan.customer.model.network.StoredRelationships;
import io.github.langgan.customer.model.network.Viewer;
import io.github.langgan.customer.network.relationship.RelationshipResult.Changed;
import io.github.langgan.customer.network.relationship.RelationshipResult.EndedBefore;
import io.github.langgan.customer.network.relationship.RelationshipResult.EndsBeforeItBegins;
import io.github.langgan.customer.network.relationship.RelationshipResult.Established;
import io.github.langgan.customer.network.relationship.RelationshipResult.Overlaps;
import io.github.langgan.customer.network.relationship.RelationshipResult.SaidBefore;
import io.github.langgan.customer.network.relationship.RelationshipResult.UnknownRelationship;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Keeps what somebody says of two nodes: that it is so, that it still is, that it no longer is. */
@Singleton
class EstablishRelationship {

  private final Relationships relationships;
  private final StoredRelationships stored;
  private final Outbox outbox;
  private final Audit audit;
  private final Clock clock;

  EstablishRelationship(
      Relationships relationships,
      StoredRelationships stored,
      Outbox outbox,
      Audit audit,
      Clock clock) {
    this.relationships = relationships;
    this.stored = stored;
    this.outbox = outbox;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * @param statement of the two; what it throws leaves everything as it was
   */
  @Transactional
  RelationshipResult establish(Supplier<Related> statement) {
    Related wanted = statement.get();
    Relationship relationship = wanted.relationship();
    Optional<StoredRelationships.Before> before =
        stored.add(relationship, wanted.from().id(), wanted.to().id());
    if (before.isPresent()) {
      UUID id = before.get().relationship().id();
      return before.get().same() ? new SaidBefore(id) : new Overlaps(id);
    }
    record("relationship.established", relationship);
    return new Established(wanted, outbox.append(RelationshipEstablishedV1.of(relationship)));
  }

  @Transactional
  RelationshipResult confirm(
      UUID id, Viewer viewer, LocalDate on, @Nullable BigDecimal strength, Registrant by) {
    Optional<Related> found = relationships.lock(id, viewer);
    if (found.isEmpty()) {
      return new UnknownRelationship();
    }
    Relationship current = found.get().relationship();
    if (current.period().until() != null && !on.isBefore(current.period().until())) {
      return new EndedBefore(current.period().until());
    }
    Relationship confirmed = current.confirmed(on, strength);
    if (!confirmed.equals(current)) {
      stored.confirm(confirmed, by.who(), clock.instant());
      record("relationship.confirmed", confirmed);
    }
    return new Changed(relationships.find(id, viewer).orElseThrow(), Optional.empty());
  }

  @Transactional
  RelationshipResult end(
      UUID id, Viewer viewer, LocalDate until, @Nullable String reason, Registrant by) {
    Optional<Related> found = relationships.lock(id, viewer);
    if (found.isEmpty()) {
      return new UnknownRelationship();
    }
    Relationship current = found.get().relationship();
    if (until.equals(current.period().until())) {
      return new Changed(found.get(), Optional.empty());
    }
    LocalDate ends = current.period().until();
    if (current.ending() != null || ends != null && ends.isBefore(until)) {
      return new EndedBefore(ends);
    }
    LocalDate began = current.period().from();
    if (began != null && until.isBefore(began)) {
      return new EndsBeforeItBegins();
    }
    Instant now = clock.instant();
    Relationship.Ending how = new Relationship.Ending(by.who(), now, reason);
    Relationship ended = current.ended(until, how);
    stored.end(ended, how);
    record("relationship.ended", ended);
    return new Changed(
        new Related(ended, found.get().from(), found.get().to()),
        Optional.of(outbox.append(RelationshipEndedV1.of(ended, until, now))));
  }

  /** Without the reason, which may say more of a person than the trail may keep. */
  private void record(String action, Relationship one) {
    audit.record(action, "relationship", one.id(), "", Map.of("type", one.stated().type().name()));
  }
}
