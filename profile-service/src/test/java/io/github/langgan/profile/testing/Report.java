package io.github.langgan.profile.testing;

import io.github.langgan.chassis.json.StrictMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A transaction as a partner would report it; each method answers the same report. */
public final class Report {

  private final Map<String, Object> fields = new LinkedHashMap<>();
  private final List<Map<String, Object>> lines = new ArrayList<>();

  private Report(String externalId, String type) {
    fields.put("externalId", externalId);
    fields.put("type", type);
    fields.put("occurredAt", "2026-01-05T03:00:00Z");
    fields.put("currency", "GBP");
    fields.put("channel", "STORE");
    fields.put("lines", lines);
  }

  public static Report purchase(String externalId) {
    return new Report(externalId, "PURCHASE");
  }

  public static Report giveBack(String externalId) {
    return new Report(externalId, "RETURN");
  }

  public Report of(int quantity, String product, String unitPrice) {
    return of(quantity, product, unitPrice, "0.00");
  }

  public Report of(int quantity, String product, String unitPrice, String discount) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("product", product);
    line.put("name", "Name of " + product);
    line.put("category", "HOME");
    line.put("quantity", quantity);
    line.put("unitPrice", unitPrice);
    line.put("discount", discount);
    lines.add(line);
    return this;
  }

  public Report ofPurchase(String externalId) {
    return with("returns", Map.of("externalId", externalId));
  }

  public Report at(String occurredAt) {
    return with("occurredAt", occurredAt);
  }

  public Report by(String reference, String value) {
    return with("customer", Map.of(reference, value));
  }

  public Report by(UUID customerId) {
    return by("customerId", customerId.toString());
  }

  public Report byIdentifier(String source, String value) {
    return with("customer", Map.of("identifier", Map.of("source", source, "value", value)));
  }

  public Report with(String field, Object value) {
    fields.put(field, value);
    return this;
  }

  Map<String, Object> fields() {
    return fields;
  }

  public String json() {
    return json(fields);
  }

  static String json(Object value) {
    try {
      return StrictMapper.create().writeValueAsString(value);
    } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
