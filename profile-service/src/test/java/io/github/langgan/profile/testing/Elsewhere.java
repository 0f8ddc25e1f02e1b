package io.github.langgan.profile.testing;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.TestTopics;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the other services tell us, as they would. */
@Singleton
public class Elsewhere {

  /** One key for all merges and splits. */
  public static final UUID MERGES = UUID.fromString("00000000-0000-7000-8000-000000006d67");

  private final TestTopics topics;

  Elsewhere(TestTopics topics) {
    this.topics = topics;
  }

  /** A customer to be registered. */
  public final class Customer {

    private final UUID id = UuidV7.next();
    private final List<Map<String, Object>> contacts = new ArrayList<>();
    private final List<Map<String, Object>> identifiers = new ArrayList<>();

    public UUID id() {
      return id;
    }

    public Customer email(String address) {
      contacts.add(Map.of("type", "EMAIL", "value", address));
      return this;
    }

    public Customer phone(String number) {
      contacts.add(Map.of("type", "PHONE", "value", number));
      return this;
    }

    public Customer identifier(String source, String value) {
      identifiers.add(Map.of("source", source, "value", value));
      return this;
    }

    public UUID register() {
      topics.publish(
          "crm.customer",
          id,
          "customer.registered",
          Report.json(facts("registeredAt", "2026-01-02T03:04:05Z")));
      return id;
    }

    /** With other contacts and identifiers than it was registered with. */
    public UUID update(Customer now) {
      Map<String, Object> facts = now.facts("updatedAt", "2026-02-02T03:04:05Z");
      facts.put("customerId", id);
      topics.publish("crm.customer", id, "customer.updated", Report.json(facts));
      return id;
    }

    /**
     * As the survivor's event tells of it: values of its own, and those that came for the other.
     */
    public UUID unite(Customer merged) {
      Customer united = new Customer();
      united.contacts.addAll(contacts);
      merged.contacts.stream()
          .filter(contact -> !contacts.contains(contact))
          .forEach(contact -> united.contacts.add(cameFor(merged.id, contact)));
      united.identifiers.addAll(identifiers);
      merged.identifiers.forEach(one -> united.identifiers.add(cameFor(merged.id, one)));
      Map<String, Object> facts = united.facts("updatedAt", "2026-02-12T04:10:00Z");
      facts.put("customerId", id);
      facts.put("merged", List.of(merged.id));
      topics.publish("crm.customer", id, "customer.updated", Report.json(facts));
      return id;
    }

    private static Map<String, Object> cameFor(UUID record, Map<String, Object> value) {
      Map<String, Object> all = new HashMap<>(value);
      all.put("cameFor", record);
      return all;
    }

    private Map<String, Object> facts(String timeField, String at) {
      Map<String, Object> facts = new HashMap<>();
      facts.put("customerId", id);
      facts.put("kind", "PERSON");
      facts.put(timeField, at);
      facts.put(
          "person",
          Map.of(
              "name",
              Map.of("full", "Siti Rahma"),
              "birthDate",
              "1990-04-21",
              "contacts",
              contacts,
              "identifiers",
              identifiers));
      return facts;
    }
  }

  public Customer aCustomer() {
    return new Customer();
  }

  /** A merge that customer-service decided on. */
  public final class Merge {

    private final UUID id = UuidV7.next();
    private final UUID survivor;
    private final UUID merged;

    private Merge(UUID survivor, UUID merged) {
      this.survivor = survivor;
      this.merged = merged;
    }

    public UUID id() {
      return id;
    }

    /** Tells of it; more than once it is the same event. */
    public Merge happens() {
      publish("customer.merged", "mergeId", "mergedAt", id);
      return this;
    }

    /** Tells that it was undone; more than once it is the same event. */
    public Merge isUndone() {
      publish(
          "customer.unmerged", "mergeId", "unmergedAt", new UUID(id.getMostSignificantBits(), 1));
      return this;
    }

    public Merge isProposed() {
      publish("customer.merge-proposed", "proposalId", "proposedAt", UuidV7.next());
      return this;
    }

    private void publish(String type, String idField, String timeField, UUID eventId) {
      Map<String, Object> fact = new HashMap<>();
      fact.put(idField, id);
      fact.put("survivor", survivor);
      fact.put("merged", merged);
      fact.put(timeField, "2026-02-12T04:10:00Z");
      topics.publish(
          "crm.customer", MERGES, type, Report.json(fact), Map.of("ce_id", eventId.toString()));
    }
  }

  public Merge merge(UUID survivor, UUID merged) {
    return new Merge(survivor, merged);
  }

  public UUID openMembership(UUID customerId, String cardNumber) {
    UUID membershipId = UuidV7.next();
    Map<String, Object> fact = new HashMap<>();
    fact.put("membershipId", membershipId);
    fact.put("customerId", customerId);
    fact.put("programId", UuidV7.next());
    fact.put("programName", "Club");
    fact.put("cardNumber", cardNumber);
    fact.put("openedAt", "2026-01-03T00:00:00Z");
    fact.put("balance", Map.of("active", 0, "pending", 0));
    topics.publish("crm.loyalty", customerId, "membership.opened", Report.json(fact));
    return membershipId;
  }

  /**
   * @param number null: its key is destroyed
   */
  public UUID issueCard(UUID membershipId, UUID customerId, @Nullable String number) {
    UUID card = UuidV7.next();
    Map<String, Object> fact = card(card, membershipId, customerId);
    fact.put("rangeId", UuidV7.next());
    fact.put("kind", "PHYSICAL");
    fact.put("partner", "a-bank");
    fact.put("issue", 1);
    fact.put("state", "INACTIVE");
    fact.put("at", "2026-01-04T00:00:00Z");
    if (number != null) {
      fact.put("person", Map.of("cardNumber", number));
    }
    topics.publish("crm.loyalty", customerId, "card.issued", Report.json(fact));
    return card;
  }

  public void replaceCard(UUID card, UUID membershipId, UUID customerId) {
    Map<String, Object> fact = card(card, membershipId, customerId);
    fact.put("issue", 2);
    fact.put("state", "INACTIVE");
    fact.put("reason", "LOST");
    fact.put("fee", Map.of("amount", "5.00", "currency", "GBP"));
    fact.put("at", "2026-01-06T00:00:00Z");
    topics.publish("crm.loyalty", customerId, "card.replaced", Report.json(fact));
  }

  public void blockCard(UUID card, UUID membershipId, UUID customerId) {
    Map<String, Object> fact = card(card, membershipId, customerId);
    fact.put("issue", 1);
    fact.put("reason", "LOST");
    fact.put("at", "2026-01-05T00:00:00Z");
    topics.publish("crm.loyalty", customerId, "card.blocked", Report.json(fact));
  }

  /** Answers the offer's id. */
  public UUID offer(UUID membershipId, UUID customerId) {
    UUID offer = UuidV7.next();
    Map<String, Object> fact = new HashMap<>();
    fact.put("offerId", offer);
    fact.put("propositionId", UuidV7.next());
    fact.put("membershipId", membershipId);
    fact.put("customerId", customerId);
    fact.put("programId", UuidV7.next());
    fact.put("at", "2026-01-05T00:00:00Z");
    fact.put("expiresAt", "2026-01-19T00:00:00Z");
    topics.publish("crm.loyalty", customerId, "offer.extended", Report.json(fact));
    fact.put("state", "DECLINED");
    fact.put("at", "2026-01-06T00:00:00Z");
    topics.publish("crm.loyalty", customerId, "offer.declined", Report.json(fact));
    return offer;
  }

  public void receivePoints(UUID membershipId, UUID customerId, long points) {
    Map<String, Object> fact = new HashMap<>();
    fact.put("membershipId", membershipId);
    fact.put("customerId", customerId);
    fact.put("programId", UuidV7.next());
    fact.put("entryId", UuidV7.next());
    fact.put("transferId", UuidV7.next());
    fact.put("direction", "RECEIVED");
    fact.put("points", points);
    fact.put("otherMembershipId", UuidV7.next());
    fact.put("at", "2026-01-05T00:00:00Z");
    fact.put("balance", Map.of("active", points, "pending", 0));
    topics.publish("crm.loyalty", customerId, "points.transferred", Report.json(fact));
  }

  private static Map<String, Object> card(UUID card, UUID membershipId, UUID customerId) {
    Map<String, Object> fact = new HashMap<>();
    fact.put("cardId", card);
    fact.put("membershipId", membershipId);
    fact.put("customerId", customerId);
    fact.put("programId", UuidV7.next());
    return fact;
  }

  public void earnPoints(
      UUID membershipId, UUID customerId, long points, long balance, String causedBy) {
    Map<String, Object> fact = new HashMap<>();
    fact.put("membershipId", membershipId);
    fact.put("customerId", customerId);
    fact.put("programId", UuidV7.next());
    fact.put("entryId", UuidV7.next());
    fact.put("points", points);
    fact.put("transactionId", UuidV7.next());
    fact.put("at", "2026-01-05T03:00:01Z");
    fact.put("expiresAt", "2027-01-05T03:00:01Z");
    fact.put("balance", Map.of("active", balance, "pending", 0));
    topics.publish(
        "crm.loyalty",
        customerId,
        "points.earned",
        Report.json(fact),
        Map.of("ce_causation", causedBy));
  }

  public UUID joinPool(UUID membershipId, UUID customerId) {
    UUID pool = UuidV7.next();
    Map<String, Object> fact = new HashMap<>();
    fact.put("poolId", pool);
    fact.put("membershipId", membershipId);
    fact.put("customerId", customerId);
    fact.put("programId", UuidV7.next());
    fact.put("state", "JOINED");
    fact.put("at", "2026-01-05T00:00:00Z");
    topics.publish("crm.loyalty", customerId, "pool.joined", Report.json(fact));
    return pool;
  }

  public void changeTier(UUID membershipId, UUID customerId, String tier, String at) {
    Map<String, Object> fact = new HashMap<>();
    fact.put("membershipId", membershipId);
    fact.put("customerId", customerId);
    fact.put("programId", UuidV7.next());
    fact.put("from", "BASIC");
    fact.put("to", tier);
    fact.put("reason", "PURCHASE");
    fact.put("at", at);
    topics.publish("crm.loyalty", customerId, "tier.changed", Report.json(fact));
  }

  /** A return whose points were spent before. */
  public void owePoints(UUID membershipId, UUID customerId, long debt) {
    Map<String, Object> fact = new HashMap<>();
    fact.put("membershipId", membershipId);
    fact.put("customerId", customerId);
    fact.put("programId", UuidV7.next());
    fact.put("entryId", UuidV7.next());
    fact.put("points", 0);
    fact.put("shortfall", debt);
    fact.put("debt", debt);
    fact.put("transactionId", UuidV7.next());
    fact.put("at", "2026-01-04T03:00:01Z");
    fact.put("balance", Map.of("active", 0, "pending", 0, "debt", debt));
    topics.publish("crm.loyalty", customerId, "points.reversed", Report.json(fact));
  }

  public UUID takeInWarrantyCard(UUID customerId) {
    UUID intakeId = UuidV7.next();
    Map<String, Object> fact = new HashMap<>();
    fact.put("intakeId", intakeId);
    fact.put("customerId", customerId);
    fact.put("form", "WARRANTY_CARD");
    fact.put("outcome", "SUPPLEMENTED");
    fact.put("product", Map.of("code", "TV-55"));
    fact.put("receivedAt", "2026-01-05T00:00:00Z");
    fact.put("recordedAt", "2026-01-06T00:00:00Z");
    topics.publish("crm.customer", customerId, "intake.received", Report.json(fact));
    return intakeId;
  }

  public UUID openCase(UUID customerId) {
    UUID caseId = UuidV7.next();
    Map<String, Object> fact = new HashMap<>();
    fact.put("caseId", caseId);
    fact.put("customerId", customerId);
    fact.put("kind", "COMPLAINT");
    fact.put("channel", "PHONE");
    fact.put("category", "DELIVERY");
    fact.put("status", "OPEN");
    fact.put("openedAt", "2026-01-06T00:00:00Z");
    fact.put("resolutionDueAt", "2026-01-09T00:00:00Z");
    fact.put("person", Map.of("subject", "Came late"));
    topics.publish("crm.complaint", customerId, "case.opened", Report.json(fact));
    return caseId;
  }

  public void resolveCase(UUID caseId, UUID customerId) {
    Map<String, Object> fact = new HashMap<>();
    fact.put("caseId", caseId);
    fact.put("customerId", customerId);
    fact.put("kind", "COMPLAINT");
    fact.put("category", "DELIVERY");
    fact.put("resolvedAt", "2026-01-07T00:00:00Z");
    fact.put("status", "RESOLVED");
    topics.publish("crm.complaint", customerId, "case.resolved", Report.json(fact));
  }

  public void score(UUID customerId, int recency, String revenue, String causedBy) {
    Map<String, Object> fact = new HashMap<>();
    fact.put("customerId", customerId);
    fact.put("asOf", "2026-01-08T00:00:00Z");
    fact.put("lastPurchaseAt", "2026-01-05T03:00:00Z");
    fact.put("purchases", 1);
    fact.put("revenue", List.of(Map.of("amount", revenue, "currency", "GBP")));
    fact.put("rfm", Map.of("recency", recency, "frequency", 1, "monetary", 3));
    topics.publish(
        "crm.analytics",
        customerId,
        "score.updated",
        Report.json(fact),
        Map.of("ce_causation", causedBy));
  }
}
