package io.github.langgan.loyalty.testing;

import static org.awaitility.Awaitility.await;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.TestTopics;
import io.github.langgan.loyalty.model.transaction.Purchase;
import io.github.langgan.loyalty.model.transaction.PurchaseLine;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Publishes what customer-, profile- and complaint-service would. */
@Singleton
public class OtherServices {

  /** Of all merges and splits. */
  public static final UUID MERGES = UUID.fromString("00000000-0000-7000-8000-000000006d67");

  private final TestTopics topics;
  private final Jdbi jdbi;

  OtherServices(TestTopics topics, Jdbi jdbi) {
    this.topics = topics;
    this.jdbi = jdbi;
  }

  /** What a return gives back of a purchase. */
  public record Back(Purchase purchase, int line, long quantity) {}

  public UUID registeredCustomer() {
    UUID customer = UuidV7.next();
    topics.publish("crm.customer", customer, "customer.registered", json(customer));
    await().until(() -> knows(customer));
    return customer;
  }

  private static String json(UUID customer) {
    return """
        {"customerId":"%s","kind":"PERSON","registeredAt":"2026-01-05T03:00:00Z","person":{}}"""
        .formatted(customer);
  }

  public void recorded(@Nullable UUID customer, Purchase purchase) {
    topics.publish(
        "crm.profile",
        customer == null ? purchase.id().value() : customer,
        "transaction.recorded",
        json(customer, purchase));
  }

  public void attributed(UUID customer, Purchase purchase) {
    topics.publish("crm.profile", customer, "transaction.attributed", json(customer, purchase));
  }

  /** Answers the return's id. */
  public UUID returned(@Nullable UUID customer, Back... lines) {
    UUID id = UuidV7.next();
    topics.publish(
        "crm.profile",
        customer == null ? id : customer,
        "transaction.recorded",
        returnJson(id, customer, lines));
    return id;
  }

  public UUID promised(UUID customer, long points) {
    UUID compensation = UuidV7.next();
    promised(customer, compensation, points);
    return compensation;
  }

  public void promised(UUID customer, UUID compensation, long points) {
    topics.publish(
        "crm.complaint",
        customer,
        "compensation.promised",
        """
        {"compensationId":"%s","caseId":"%s","customerId":"%s","points":%d,\
        "promisedAt":"2026-01-14T05:00:00Z"}"""
            .formatted(compensation, UuidV7.next(), customer, points));
  }

  /** Answers the case's id; returns when it has had its effect. */
  public UUID complained(UUID customer, Instant at) {
    UUID id = UuidV7.next();
    caseTold("case.opened", id, customer, "\"openedAt\":\"%s\"".formatted(at));
    return id;
  }

  /** Returns when it has had its effect. */
  public void answered(UUID id, UUID customer, Instant at) {
    caseTold("case.resolved", id, customer, "\"resolvedAt\":\"%s\"".formatted(at));
  }

  private void caseTold(String type, UUID id, UUID customer, String member) {
    UUID event =
        topics.publish(
            "crm.complaint",
            customer,
            type,
            "{\"caseId\":\"%s\",\"customerId\":\"%s\",\"kind\":\"COMPLAINT\",%s}"
                .formatted(id, customer, member));
    await().until(() -> isReceived(event));
  }

  /** Analytics found the customer in another stage; returns when that has had its effect. */
  public void became(UUID customer, String stage, Instant asOf) {
    tell(
        "crm.analytics",
        customer,
        "lifecycle.changed",
        """
        {"customerId":"%s","stage":"%s","since":"%s","asOf":"%s"}"""
            .formatted(customer, stage, asOf, asOf));
  }

  /**
   * Returns when it has had its effect.
   *
   * @param type segment.entered or segment.left
   */
  public void moved(String type, UUID customer, String segment, Instant at) {
    tell(
        "crm.analytics",
        customer,
        type,
        """
        {"customerId":"%s","segment":"%s","at":"%s"}"""
            .formatted(customer, segment, at));
  }

  /** Returns when it has had its effect. */
  public void rated(UUID customer, int score, Instant at) {
    tell(
        "crm.complaint",
        customer,
        "satisfaction.rated",
        """
        {"customerId":"%s","caseId":"%s","score":%d,"ratedAt":"%s"}"""
            .formatted(customer, UuidV7.next(), score, at));
  }

  /**
   * What a customer said of NEWSLETTER by e-mail; returns when it has had its effect.
   *
   * @param kind GRANTED, WITHDRAWN, OBJECTED or OBJECTION_LIFTED
   */
  public void said(UUID customer, String kind, Instant at) {
    tell(
        "crm.customer",
        customer,
        "consent.recorded",
        """
        {"customerId":"%s","actId":"%s","kind":"%s","purpose":"NEWSLETTER",\
        "lawfulBasis":"CONSENT","channels":["EMAIL"],"effectiveAt":"%s","recordedAt":"%s"}"""
            .formatted(customer, UuidV7.next(), kind, at, at));
  }

  /** Returns when it has had its effect. */
  public void toldOf(UUID customer, String type, String json) {
    tell("crm.customer", customer, type, json);
  }

  /** Answers the merge's id; returns when it has had its effect. */
  public UUID merged(UUID survivor, UUID merged) {
    UUID merge = UuidV7.next();
    tell("customer.merged", mergedJson(merge, survivor, merged));
    return merge;
  }

  /** Returns when the split has had its effect. */
  public void unmerged(UUID merge, UUID survivor, UUID merged) {
    tell("customer.unmerged", mergedJson(merge, survivor, merged));
  }

  /** Answers the proposal's id. */
  public UUID mergeProposed(UUID survivor, UUID merged) {
    UUID proposal = UuidV7.next();
    tell(
        "customer.merge-proposed",
        mergedJson(proposal, survivor, merged).replace("mergeId", "proposalId"));
    return proposal;
  }

  /** What this service answered to a merge, a split or a proposal. */
  public JsonPath answer(UUID merge, String type) {
    return await()
        .until(
            () -> topics.published(type).stream().filter(one -> one.key().equals(merge)).toList(),
            found -> found.size() == 1)
        .stream()
        .map(one -> JsonPath.from(one.json()))
        .findFirst()
        .orElseThrow();
  }

  /** As it was told when the customer came; returns when it has had its effect. */
  public void registeredAgain(UUID customer) {
    UUID event = topics.publish("crm.customer", customer, "customer.registered", json(customer));
    await().until(() -> isReceived(event));
  }

  private void tell(String type, String json) {
    tell("crm.customer", MERGES, type, json);
  }

  private void tell(String topic, UUID key, String type, String json) {
    UUID event = topics.publish(topic, key, type, json);
    await().until(() -> isReceived(event));
  }

  public static String mergedJson(UUID merge, UUID survivor, UUID merged) {
    return """
        {"mergeId":"%s","survivor":"%s","merged":"%s","mergedAt":"2026-02-12T04:10:00Z",\
        "unmergedAt":"2026-02-13T09:00:00Z"}"""
        .formatted(merge, survivor, merged);
  }

  public static String json(@Nullable UUID customer, Purchase purchase) {
    String lines =
        purchase.lines().stream().map(OtherServices::json).collect(Collectors.joining(","));
    return transaction(
        purchase.id().value(),
        purchase.partner(),
        "PURCHASE",
        purchase.externalId(),
        customer,
        purchase.currency(),
        purchase.occurredAt().toString(),
        purchase.total().toPlainString(),
        lines);
  }

  public static String returnJson(UUID id, @Nullable UUID customer, Back... lines) {
    int[] number = {0};
    return transaction(
        id,
        lines.length == 0 ? "acme" : lines[0].purchase().partner(),
        "RETURN",
        id.toString(),
        customer,
        "GBP",
        "2010-12-09T10:00:00Z",
        "0.00",
        Stream.of(lines).map(line -> json(++number[0], line)).collect(Collectors.joining(",")));
  }

  private static String transaction(
      UUID id,
      String partner,
      String type,
      String externalId,
      @Nullable UUID customer,
      String currency,
      String occurredAt,
      String total,
      String lines) {
    return """
        {"transactionId":"%s","partner":"%s","externalId":"%s","type":"%s","occurredAt":"%s",\
        "recordedAt":"2026-01-06T04:00:00Z","customerId":%s,"currency":"%s","channel":"STORE",\
        "total":"%s","lines":[%s]}"""
        .formatted(
            id,
            partner,
            externalId,
            type,
            occurredAt,
            customer == null ? "null" : "\"" + customer + "\"",
            currency,
            total,
            lines);
  }

  private static String json(PurchaseLine line) {
    return """
        {"line":%d,"product":"%s","name":"A thing","category":"%s","quantity":%d,\
        "unitPrice":"%s","unitCost":null,"discount":"%s","amount":"%s","returnOf":null}"""
        .formatted(
            line.number(),
            line.product(),
            line.category(),
            line.quantity(),
            line.unitPrice().toPlainString(),
            line.discount().toPlainString(),
            line.amount().toPlainString());
  }

  private static String json(int number, Back back) {
    return """
        {"line":%d,"product":"85123A","category":"HOME","quantity":%d,"unitPrice":"1.00",\
        "discount":"0.00","amount":"1.00","returnOf":{"transactionId":"%s","line":%d}}"""
        .formatted(number, back.quantity(), back.purchase().id(), back.line());
  }

  private boolean isReceived(UUID event) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT count(*) > 0 FROM inbox WHERE event_id = :id")
                .bind("id", event)
                .mapTo(Boolean.class)
                .one());
  }

  public boolean knows(UUID customer) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT count(*) > 0 FROM customer WHERE id = :id AND registered_at IS NOT NULL")
                .bind("id", customer)
                .mapTo(Boolean.class)
                .one());
  }
}
