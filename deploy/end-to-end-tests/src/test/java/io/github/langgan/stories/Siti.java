package io.github.langgan.stories;

import java.util.UUID;

/**
 * A member of a program that gives one point for each pound, known to a partner of her own.
 *
 * @param number by which the partner knows her
 */
record Siti(
    String partner,
    String number,
    String phone,
    String customerId,
    String programId,
    String membershipId,
    String cardNumber) {

  static Siti registers() {
    String unique = unique();
    return registers("acme-" + unique, openedProgram(unique), unique);
  }

  /** Once more with another number, address and phone: a second record of the same person. */
  Siti registersAgain() {
    return registers(partner, programId, unique());
  }

  private static Siti registers(String partner, String programId, String unique) {
    String number = "17850-" + unique;
    String phone = "+62812" + (10_000_000 + (int) (Math.random() * 89_999_999));
    Api manager = Api.as("manager");
    var customer =
        manager
            .post(
                "/v1/customers",
                """
                {"kind":"PERSON","name":{"full":"Siti Rahma"},"birthDate":"1990-04-21",
                 "contacts":[{"type":"EMAIL","value":"siti.%s@example.com"},{"type":"PHONE","value":"%s"}],
                 "identifiers":[{"source":"%s","value":"%s"}],
                 "source":{"form":"MEMBER_CARD","receivedAt":"2026-01-05T03:00:00Z"}}
                """
                    .formatted(unique, phone, partner, number))
            .expect(201);
    String customerId = customer.text("/customerId");
    var membership =
        manager
            .post(
                "/v1/loyalty/memberships",
                "{\"customerId\":\"%s\",\"programId\":\"%s\"}".formatted(customerId, programId))
            .expect(201);
    return new Siti(
        partner,
        number,
        phone,
        customerId,
        programId,
        membership.text("/membershipId"),
        membership.text("/card/number"));
  }

  private static String openedProgram(String unique) {
    return Api.as("manager")
        .with("Idempotency-Key", "program-" + unique)
        .post(
            "/v1/loyalty/programs",
            """
            {"name":"Club %s","currency":"GBP","timeZone":"Asia/Jakarta","validity":{"months":24},
             "earningRule":{"expression":"line.amount"}}
            """
                .formatted(unique))
        .expect(201)
        .text("/programId");
  }

  private static String unique() {
    return UUID.randomUUID().toString().substring(0, 8);
  }

  /** The same member at a till with another card of hers. */
  Siti with(String otherCard) {
    return new Siti(partner, number, phone, customerId, programId, membershipId, otherCard);
  }

  String buys(String externalId, int quantity, String unitPrice) {
    return """
    {"externalId":"%s","type":"PURCHASE","occurredAt":"2010-12-01T08:26:00Z",
     "customer":{"identifier":{"source":"%s","value":"%s"}},"currency":"GBP","channel":"STORE",
     "lines":[{"product":"85123A","name":"WHITE HANGING HEART","category":"HOME","quantity":%d,
               "unitPrice":"%s","unitCost":"1.20","discount":"0.00"}]}
    """
        .formatted(externalId, partner, number, quantity, unitPrice)
        .replace("\n", "");
  }

  /** At a till that asks for the card, not for the number. */
  String buysWithCard(String externalId, int quantity, String unitPrice) {
    return buys(externalId, quantity, unitPrice)
        .replace(
            "{\"identifier\":{\"source\":\"%s\",\"value\":\"%s\"}}".formatted(partner, number),
            "{\"card\":\"%s\"}".formatted(cardNumber));
  }

  String returns(String externalId, String purchase, int quantity) {
    return """
    {"externalId":"%s","type":"RETURN","occurredAt":"2010-12-05T08:26:00Z",
     "customer":{"identifier":{"source":"%s","value":"%s"}},"currency":"GBP","channel":"STORE",
     "returns":{"externalId":"%s"},
     "lines":[{"product":"85123A","name":"WHITE HANGING HEART","category":"HOME","quantity":%d,
               "unitPrice":"2.55","discount":"0.00"}]}
    """
        .formatted(externalId, partner, number, purchase, quantity)
        .replace("\n", "");
  }

  /** What the membership shows, straight from loyalty. */
  long activePoints() {
    return Api.as("manager")
        .get("/v1/loyalty/memberships/" + membershipId)
        .expect(200)
        .number("/balance/active");
  }
}
