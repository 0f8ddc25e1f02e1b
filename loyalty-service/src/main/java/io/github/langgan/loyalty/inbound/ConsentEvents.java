package io.github.langgan.loyalty.inbound;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.github.langgan.chassis.event.ReceivedEvent;
import io.github.langgan.loyalty.model.contact.ConsentAct;
import io.github.langgan.loyalty.model.contact.Hindrance;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What customer-service tells of who may be contacted. */
final class ConsentEvents {

  private static final String RECORDED = "consent.recorded";
  private static final String RESTRICTED = "customer.restricted";
  private static final String LIFTED = "customer.restriction-lifted";
  private static final String DECEASED = "customer.deceased";

  static final Set<String> TYPES = Set.of(RECORDED, RESTRICTED, LIFTED, DECEASED);

  private ConsentEvents() {}

  record ConsentRecorded(
      UUID customerId,
      UUID actId,
      ConsentAct.Kind kind,
      @Nullable String purpose,
      @Nullable List<String> channels,
      Instant effectiveAt,
      @Nullable Instant expiresAt) {
    ConsentRecorded {
      requireNonNull(customerId);
      requireNonNull(actId);
      requireNonNull(kind);
      requireNonNull(effectiveAt);
    }

    ConsentAct act() {
      return new ConsentAct(
          actId,
          customerId,
          kind,
          purpose,
          requireNonNullElse(channels, List.of()),
          effectiveAt,
          expiresAt);
    }
  }

  record CustomerHindered(UUID customerId, @Nullable UUID requestId, @Nullable Instant liftedAt) {
    CustomerHindered {
      requireNonNull(customerId);
    }

    Hindrance restriction() {
      return new Hindrance(
          requireNonNull(requestId), customerId, Hindrance.Kind.RESTRICTION, liftedAt);
    }

    Hindrance death() {
      return new Hindrance(customerId, customerId, Hindrance.Kind.DEATH, null);
    }
  }

  static List<ConsentAct> acts(List<ReceivedEvent> events) {
    return of(events, RECORDED).map(event -> event.as(ConsentRecorded.class).act()).toList();
  }

  static List<Hindrance> hindrances(List<ReceivedEvent> events) {
    return Stream.concat(
            Stream.of(RESTRICTED, LIFTED)
                .flatMap(type -> of(events, type))
                .map(event -> event.as(CustomerHindered.class).restriction()),
            of(events, DECEASED).map(event -> event.as(CustomerHindered.class).death()))
        .toList();
  }

  private static Stream<ReceivedEvent> of(List<ReceivedEvent> events, String type) {
    return events.stream().filter(event -> event.type().equals(type));
  }
}
