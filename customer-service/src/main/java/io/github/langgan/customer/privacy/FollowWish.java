package io.github.langgan.customer.privacy;

import static java.util.Objects.requireNonNull;

import io.github.langgan.chassis.audit.Audit;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.customer.contract.CustomerRestrictedV1;
import io.github.langgan.customer.contract.CustomerRestrictionLiftedV1;
import io.github.langgan.customer.model.Restrictions;
import io.github.langgan.customer.model.consent.ActKind;
import io.github.langgan.customer.model.consent.ActReporter;
import io.github.langgan.customer.model.consent.ConsentAct;
import io.github.langgan.customer.model.consent.ContactChannel;
import io.github.langgan.customer.model.consent.RecordAct;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does what needs no other service: the customer isn't contacted, or its data is only kept. */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
class FollowWish {

  private final RecordAct recordAct;
  private final Restrictions restrictions;
  private final Outbox outbox;
  private final Audit audit;

  FollowWish(RecordAct recordAct, Restrictions restrictions, Outbox outbox, Audit audit) {
    this.recordAct = recordAct;
    this.restrictions = restrictions;
    this.outbox = outbox;
    this.audit = audit;
  }

  /** As the customer's word, from when it was said. */
  void object(StoredRequest request, Verification verification, Instant now) {
    recordAct.record(
        new ConsentAct(
            UuidV7.next(),
            request.customerId(),
            ActKind.OBJECTED,
            request.purpose(),
            channels(request.channels()),
            null,
            request.receivedAt().isAfter(now) ? now : request.receivedAt(),
            null,
            now,
            new ConsentAct.Proof(verification.method(), verification.reference()),
            request.reason(),
            new ActReporter(ActReporter.Kind.STAFF, null, verification.by())));
  }

  void restrict(StoredRequest request, UUID customer, Instant now) {
    restrictions.restrict(request.customerId(), request.id(), now);
    audit.record("customer.restricted", "customer", customer, "", Map.of("request", request.id()));
    outbox.append(new CustomerRestrictedV1(request.id(), customer, now));
  }

  /** False when there is none. */
  boolean lift(StoredRequest request, UUID customer, Instant now) {
    if (!restrictions.lift(customer, now)) {
      return false;
    }
    audit.record(
        "customer.restriction-lifted", "customer", customer, "", Map.of("request", request.id()));
    outbox.append(new CustomerRestrictionLiftedV1(request.id(), customer, now));
    return true;
  }

  private static List<ContactChannel> channels(@Nullable List<String> names) {
    return names == null
        ? List.of()
        : names.stream().map(name -> ContactChannel.valueOf(requireNonNull(name))).toList();
  }
}
