package io.github.langgan.stories;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Customers of one partner, all members of one program that gives a point for each pound. */
final class Members {

  private static final Api MANAGER = Api.as("manager");

  private Members() {}

  /** Membership ids by the number under which the partner knows the customer. */
  static Map<String, String> register(String partner, int count) {
    String items =
        numbers(count).stream()
            .map(
                number ->
                    """
                    {"kind":"PERSON","name":{"full":"Member %s"},"contacts":[],
                     "identifiers":[{"source":"%s","value":"%s"}],
                     "source":{"form":"IMPORT","receivedAt":"2026-01-05T03:00:00Z"}}
                    """
                        .formatted(number, partner, number))
            .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    var registered = MANAGER.post("/v1/customers/batch", items).expect(200).json();
    String program =
        MANAGER
            .with("Idempotency-Key", "program-" + partner)
            .post(
                "/v1/loyalty/programs",
                """
                {"name":"Club %s","currency":"GBP","timeZone":"Europe/London",
                 "earningRule":{"expression":"line.amount"}}
                """
                    .formatted(partner))
            .expect(201)
            .text("/programId");
    Map<String, String> memberships = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      String customer = registered.at("/items/" + i + "/customerId").asText();
      memberships.put(
          numbers(count).get(i),
          MANAGER
              .post(
                  "/v1/loyalty/memberships",
                  "{\"customerId\":\"%s\",\"programId\":\"%s\"}".formatted(customer, program))
              .expect(201)
              .text("/membershipId"));
    }
    return memberships;
  }

  private static List<String> numbers(int count) {
    return IntStream.range(0, count).mapToObj(i -> Integer.toString(10_000 + i)).toList();
  }

  static long activePoints(String membership) {
    return MANAGER
        .get("/v1/loyalty/memberships/" + membership)
        .expect(200)
        .number("/balance/active");
  }
}
