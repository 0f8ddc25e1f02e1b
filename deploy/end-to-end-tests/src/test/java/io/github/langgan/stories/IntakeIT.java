package io.github.langgan.stories;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * A prepaid number buys and calls before anybody knows whose it is. Once a form names it, all that
 * it did is that customer's, in profile, loyalty and analytics.
 */
class IntakeIT {

  private static final Api MANAGER = Api.as("manager");

  private final String unique = UUID.randomUUID().toString().substring(0, 8);
  private final String prepaid = "0812-" + unique;

  @Test
  void what_a_prepaid_number_bought_is_the_members_whose_warranty_card_names_it() {
    Siti siti = Siti.registers();
    Api partner = Api.partner(siti.partner());
    String known = recorded(partner, siti.buys("known", 2, "2.55"));
    String waiting = recorded(partner, purchase("waiting"));
    await().untilAsserted(() -> assertThat(siti.activePoints()).isEqualTo(5));

    // the company's own staff registered her, so her form comes by them
    String card = form(siti.partner(), siti.number());
    String customer =
        MANAGER.post("/v1/intakes/warranty-cards", card).expect(201).text("/customerId");
    MANAGER.post("/v1/intakes/warranty-cards", card).expect(200);

    assertThat(customer).isEqualTo(siti.customerId());
    Seen expected =
        new Seen(customer, new TreeSet<>(Set.of(known, waiting)), 15, 15, new TreeSet<>(), 2);
    await().untilAsserted(() -> assertThat(Seen.of(siti)).isEqualTo(expected));
    assertThat(
            MANAGER.get("/v1/customers/" + customer + "/intakes").expect(200).json().at("/items"))
        .hasSize(1);
    await().untilAsserted(() -> assertThat(timeline(customer, "INTAKE")).hasSize(1));
  }

  @Test
  void what_it_bought_is_the_new_customers_whose_member_card_names_it() {
    Api partner = Api.partner("acme-" + unique);
    String first = recorded(partner, purchase("first"));
    String second = recorded(partner, purchase("second"));
    String call = called();

    String customer =
        partner
            .post(
                "/v1/intakes/member-cards",
                """
                {"externalId":"MC-%1$s","receivedAt":"2026-01-05T03:00:00Z",
                 "customer":{"name":{"full":"Siti Rahma"},
                             "identifiers":[{"source":"prepaid","value":"%2$s"}]},
                 "memberCard":{"program":"Langgan Club"}}
                """
                    .formatted(unique, prepaid))
            .expect(201)
            .text("/customerId");

    await()
        .untilAsserted(
            () -> {
              assertThat(timeline(customer, "TRANSACTION").findValuesAsText("subjectId"))
                  .containsExactlyInAnyOrder(first, second);
              assertThat(timeline(customer, "INTERACTION").findValuesAsText("subjectId"))
                  .containsExactly(call);
              assertThat(
                      MANAGER
                          .get("/v1/analytics/customers/" + customer)
                          .expect(200)
                          .number("/value/purchases"))
                  .isEqualTo(2);
            });
    String membership = member(customer);
    await().untilAsserted(() -> assertThat(Members.activePoints(membership)).isEqualTo(20));
  }

  /** Of a program that gives a point for each pound, also for what was bought before. */
  private String member(String customer) {
    String program =
        MANAGER
            .with("Idempotency-Key", "program-" + unique)
            .post(
                "/v1/loyalty/programs",
                """
                {"name":"Club %s","currency":"GBP","timeZone":"Asia/Jakarta",
                 "earningRule":{"expression":"line.amount"}}
                """
                    .formatted(unique))
            .expect(201)
            .text("/programId");
    return MANAGER
        .post(
            "/v1/loyalty/memberships",
            "{\"customerId\":\"%s\",\"programId\":\"%s\"}".formatted(customer, program))
        .expect(201)
        .text("/membershipId");
  }

  /** The prepaid number called the company, which noted it. */
  private String called() {
    return MANAGER
        .with("Idempotency-Key", "call-" + unique)
        .post(
            "/v1/interactions",
            """
            {"identifier":{"source":"prepaid","value":"%s"},"channel":"PHONE","direction":"IN",
             "occurredAt":"2025-12-02T08:26:00Z","summary":"Asked how to top up"}
            """
                .formatted(prepaid))
        .expect(201)
        .text("/interactionId");
  }

  private static String recorded(Api partner, String transaction) {
    return partner.post("/v1/transactions", transaction).expect(201).text("/transactionId");
  }

  /** By the prepaid number, for ten pounds. */
  private String purchase(String number) {
    return """
    {"externalId":"%s","type":"PURCHASE","occurredAt":"2025-12-01T08:26:00Z",
     "customer":{"identifier":{"source":"prepaid","value":"%s"}},"currency":"GBP","channel":"STORE",
     "lines":[{"product":"SIM","name":"Prepaid voucher","category":"PREPAID","quantity":4,
               "unitPrice":"2.55","unitCost":"1.20","discount":"0.00"}]}
    """
        .formatted(number, prepaid)
        .replace("\n", "");
  }

  private String form(String source, String number) {
    return """
    {"externalId":"WC-%1$s","receivedAt":"2026-01-05T03:00:00Z",
     "customer":{"name":{"full":"Siti Rahma"},
                 "identifiers":[{"source":"%2$s","value":"%3$s"},{"source":"prepaid","value":"%4$s"}]},
     "warrantyCard":{"product":{"code":"PHONE-5"},"boughtOn":"2026-01-03"}}
    """
        .formatted(unique, source, number, prepaid);
  }

  private static JsonNode timeline(String customer, String kind) {
    return MANAGER
        .get("/v1/profiles/" + customer + "/timeline?kind=" + kind)
        .expect(200)
        .json()
        .at("/items");
  }
}
