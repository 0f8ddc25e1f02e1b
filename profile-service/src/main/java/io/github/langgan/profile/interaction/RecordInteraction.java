package io.github.langgan.profile.interaction;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.erasure.ErasedSubjects;
import io.github.langgan.chassis.event.Position;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.profile.contract.InteractionRecordedV1;
import io.github.langgan.profile.model.CustomerReference;
import io.github.langgan.profile.model.CustomerReferences;
import io.github.langgan.profile.model.Interaction;
import io.github.langgan.profile.model.Interactions;
import io.github.langgan.profile.model.Owner;
import io.github.langgan.profile.model.PendingAttribution;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Records a contact, which the customer's timeline then tells of. */
@Singleton
public class RecordInteraction {

  private final Aliases aliases;
  private final ErasedSubjects erased;
  private final CustomerReferences references;
  private final Interactions interactions;
  private final PendingAttribution pendingAttribution;
  private final Outbox outbox;

  RecordInteraction(
      Aliases aliases,
      ErasedSubjects erased,
      CustomerReferences references,
      Interactions interactions,
      PendingAttribution pendingAttribution,
      Outbox outbox) {
    this.aliases = aliases;
    this.erased = erased;
    this.references = references;
    this.interactions = interactions;
    this.pendingAttribution = pendingAttribution;
    this.outbox = outbox;
  }

  /**
   * A contact as it is kept.
   *
   * @param position null while nobody is told, since nobody knows whose it is
   */
  public record Noted(Interaction interaction, @Nullable Position position) {}

  /** With a customer; empty when it was erased. */
  @Transactional
  public Optional<Noted> record(Interaction interaction, UUID customer) {
    Owner owner = new Owner(aliases.resolve(customer), customer);
    return erased.contains(customer) ? Optional.empty() : Optional.of(keep(interaction.of(owner)));
  }

  /** With whomever the reference means, now or later. */
  @Transactional
  public Noted record(Interaction interaction, CustomerReference reference) {
    aliases.hold();
    @Nullable Owner owner = references.ownersOf(Set.of(reference)).get(reference);
    if (owner != null) {
      return keep(interaction.of(owner));
    }
    interactions.await(interaction, reference);
    pendingAttribution.lookFor(List.of(reference));
    return new Noted(interaction, null);
  }

  private Noted keep(Interaction owned) {
    interactions.add(owned);
    return new Noted(owned, outbox.append(InteractionRecordedV1.of(owned)));
  }
}
