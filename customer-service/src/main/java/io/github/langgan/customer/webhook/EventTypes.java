package io.github.langgan.customer.webhook;

import static java.util.Map.entry;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The events that somebody can be told of: the published ones of all services, but for those by
 * which services speak with each other ({@link #AMONG_SERVICES}). A partner is told of what it
 * could also read: what decides that is stated for each type.
 */
public final class EventTypes {

  /** Of a webhook's own test. */
  public static final String TEST = "webhook.test";

  /** Answers, proposals and keys: nothing that happened in the business. */
  static final Set<String> AMONG_SERVICES =
      Set.of(
          "access.prepared",
          "customer.access-requested",
          "customer.merge-proposed",
          "erasure.receipted",
          "merge.applied",
          "merge.previewed",
          "merge.undone",
          "person-key.created",
          "person-key.destroyed");

  private static final Map<String, PartnersShare> OFFERED =
      Map.ofEntries(
          entry("customer.registered", PartnersShare.CUSTOMER),
          entry("customer.updated", PartnersShare.CUSTOMER),
          entry("customer.restricted", PartnersShare.CUSTOMER),
          entry("customer.restriction-lifted", PartnersShare.CUSTOMER),
          entry("customer.deceased", PartnersShare.CUSTOMER),
          entry("customer.death-revoked", PartnersShare.CUSTOMER),
          entry("customer.archived", PartnersShare.CUSTOMER),
          entry("customer.reactivated", PartnersShare.CUSTOMER),
          entry("customer.merged", PartnersShare.MERGED_RECORD),
          entry("customer.unmerged", PartnersShare.MERGED_RECORD),
          entry("consent.recorded", PartnersShare.RECORD),
          entry("party.registered", PartnersShare.PARTY),
          entry("party.updated", PartnersShare.PARTY),
          entry("relationship.established", PartnersShare.RELATIONSHIP),
          entry("relationship.ended", PartnersShare.RELATIONSHIP),
          entry("intake.received", PartnersShare.NAMED),
          entry("transaction.recorded", PartnersShare.NAMED),
          entry("transaction.attributed", PartnersShare.NAMED),
          // names the records of all partners that an erased customer had
          entry("customer.erasure-requested", PartnersShare.NONE),
          entry("interaction.recorded", PartnersShare.NONE),
          entry("card.activated", PartnersShare.NONE),
          entry("card.blocked", PartnersShare.NONE),
          entry("card.expired", PartnersShare.NONE),
          entry("card.issued", PartnersShare.NONE),
          entry("card.replaced", PartnersShare.NONE),
          entry("card.unblocked", PartnersShare.NONE),
          entry("membership.opened", PartnersShare.NONE),
          entry("membership.united", PartnersShare.NONE),
          entry("membership.divided", PartnersShare.NONE),
          entry("points.compensated", PartnersShare.NONE),
          entry("points.compensation-refused", PartnersShare.NONE),
          entry("points.debt-paid", PartnersShare.NONE),
          entry("points.divided", PartnersShare.NONE),
          entry("points.earned", PartnersShare.NONE),
          entry("points.expired", PartnersShare.NONE),
          entry("points.granted", PartnersShare.NONE),
          entry("points.redeemed", PartnersShare.NONE),
          entry("points.redemption-reversed", PartnersShare.NONE),
          entry("points.released", PartnersShare.NONE),
          entry("points.reserved", PartnersShare.NONE),
          entry("points.reversed", PartnersShare.NONE),
          entry("points.transferred", PartnersShare.NONE),
          entry("points.united", PartnersShare.NONE),
          entry("pool.invited", PartnersShare.NONE),
          entry("pool.joined", PartnersShare.NONE),
          entry("pool.left", PartnersShare.NONE),
          entry("tier.changed", PartnersShare.NONE),
          entry("offer.accepted", PartnersShare.NONE),
          entry("offer.declined", PartnersShare.NONE),
          entry("offer.expired", PartnersShare.NONE),
          entry("offer.extended", PartnersShare.NONE),
          entry("offer.seen", PartnersShare.NONE),
          entry("offer.withdrawn", PartnersShare.NONE),
          entry("case.acknowledged", PartnersShare.NONE),
          entry("case.closed", PartnersShare.NONE),
          entry("case.opened", PartnersShare.NONE),
          entry("case.resolved", PartnersShare.NONE),
          entry("clock.breached", PartnersShare.NONE),
          entry("compensation.promised", PartnersShare.NONE),
          entry("lifecycle.changed", PartnersShare.NONE),
          entry("score.updated", PartnersShare.NONE),
          entry("voucher.issued", PartnersShare.NONE),
          entry("voucher.redeemed", PartnersShare.NONE),
          entry("voucher.reduced", PartnersShare.NONE),
          entry("voucher.restored", PartnersShare.NONE));

  private EventTypes() {}

  /** Empty for what nobody can be told of. */
  public static Optional<PartnersShare> find(String type) {
    return Optional.ofNullable(OFFERED.get(type));
  }

  static Set<String> offered() {
    return OFFERED.keySet();
  }
}
