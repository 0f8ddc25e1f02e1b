package io.github.langgan.stories;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/**
 * What the five services show of a customer, whichever id one asks under.
 *
 * @param customer by customer-service
 * @param history transactions and cases, by profile
 * @param points by loyalty, of the membership that was opened for this record
 * @param balance the same by profile, of all memberships
 * @param cases by complaint
 * @param bought how often, by analytics
 */
record Seen(
    String customer,
    Set<String> history,
    long points,
    long balance,
    Set<String> cases,
    long bought) {

  private static final Api MANAGER = Api.as("manager");

  static Seen of(Siti siti) {
    String id = siti.customerId();
    String customer = get("/v1/customers/" + id).at("/customerId").asText();
    JsonNode cases = get("/v1/cases?customerId=" + id).at("/items");
    JsonNode value = get("/v1/analytics/customers/" + id);
    JsonNode profile = get("/v1/profiles/" + id);
    sameOwner(customer, profile);
    sameOwner(customer, value);
    cases.forEach(one -> sameOwner(customer, one));
    return new Seen(
        customer,
        history(get("/v1/profiles/" + id + "/timeline").at("/items")),
        siti.activePoints(),
        balance(profile.at("/balance/items")),
        ids(cases, "caseId"),
        value.at("/value/purchases").asLong());
  }

  private static Set<String> history(JsonNode items) {
    Set<String> ids = new TreeSet<>();
    for (JsonNode item : items) {
      if (item.path("kind").asText().matches("TRANSACTION|CASE")) {
        ids.add(item.path("subjectId").asText());
      }
    }
    return ids;
  }

  private static long balance(JsonNode items) {
    long sum = 0;
    for (JsonNode item : items) {
      sum += item.path("active").asLong();
    }
    return sum;
  }

  private static void sameOwner(String customer, JsonNode shown) {
    String owner = shown.at("/customerId").asText();
    if (!owner.equals(customer)) {
      throw new AssertionError("%s instead of %s: %s".formatted(owner, customer, shown));
    }
  }

  private static JsonNode get(String path) {
    return MANAGER.get(path).expect(200).json();
  }

  private static Set<String> ids(JsonNode items, String field) {
    Set<String> ids = new TreeSet<>();
    items.forEach(item -> ids.add(item.path(field).asText()));
    return ids;
  }
}
