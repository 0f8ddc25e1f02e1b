package io.github.langgan.stack.demo.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.langgan.stack.demo.retailer.Retailer;
import io.github.langgan.stack.demo.retailer.Shopper;
import io.github.langgan.stack.launcher.Refused;
import io.github.langgan.stack.load.Meter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Registers all shoppers, and some of them twice. */
public record RegisterShoppers(Api api, String source) {

  private static final int BATCH = 500;

  /** Returns the customers' ids by their identifiers. */
  public Map<String, String> register(Retailer retailer) {
    List<ObjectNode> all = registrations(retailer);
    Map<String, String> ids = new LinkedHashMap<>();
    try (Meter meter = new Meter("Customers", all.size())) {
      for (int from = 0; from < all.size(); from += BATCH) {
        List<ObjectNode> batch = all.subList(from, Math.min(all.size(), from + BATCH));
        register(batch, ids);
        meter.at(ids.size(), "%,d".formatted(ids.size()));
      }
    }
    return ids;
  }

  private List<ObjectNode> registrations(Retailer retailer) {
    CustomerJson json = new CustomerJson(source);
    List<ObjectNode> all = new ArrayList<>();
    for (Shopper shopper : retailer.shoppers()) {
      all.add(json.of(shopper.person(), shopper.identifier(), "MEMBER_CARD", shopper.firstDay()));
      shopper
          .duplicate()
          .map(
              duplicate ->
                  json.of(
                      duplicate.person(),
                      shopper.duplicateIdentifier(),
                      "WARRANTY_CARD",
                      shopper.firstDay().plusDays(30)))
          .ifPresent(all::add);
    }
    return all;
  }

  private void register(List<ObjectNode> batch, Map<String, String> ids) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    ArrayNode items = body.putArray("items");
    batch.forEach(items::add);
    JsonNode answer =
        api.post("/v1/customers/batch", body).orRefused("Registering customers").path("items");
    for (int i = 0; i < batch.size(); i++) {
      JsonNode id = answer.path(i).path("customerId");
      if (!id.isTextual()) {
        throw new Refused("A customer was refused: " + answer.path(i));
      }
      ids.put(batch.get(i).at("/identifiers/0/value").asText(), id.asText());
    }
  }
}
