package io.github.langgan.benchmarks.ingest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The customers of a run, and those of them who are members. */
final class Community {

  private static final int BATCH = 1_000;
  private static final int ENROLLING = 8;

  private final HttpSide partner;
  private final HttpSide manager;
  private final String source;

  Community(HttpSide partner, HttpSide manager, String source) {
    this.partner = partner;
    this.manager = manager;
    this.source = source;
  }

  /** Returns their ids by the partner's numbers. */
  Map<String, UUID> register(String prefix, int many) throws Exception {
    Map<String, UUID> ids = new LinkedHashMap<>();
    List<String> numbers = IntStream.range(0, many).mapToObj(i -> prefix + i).toList();
    for (int from = 0; from < many; from += BATCH) {
      List<String> batch = numbers.subList(from, Math.min(many, from + BATCH));
      JsonNode items = partner.post("/v1/customers/batch", json(batch)).path("items");
      for (int i = 0; i < batch.size(); i++) {
        ids.put(batch.get(i), UUID.fromString(items.path(i).path("customerId").asText()));
      }
    }
    return ids;
  }

  /** Into a program that gives a point for each whole pound. */
  void enrol(Iterable<UUID> customers) throws Exception {
    String program =
        manager
            .post(
                "/v1/loyalty/programs",
                """
                {"name":"Benchmark","currency":"GBP","rounding":"DOWN","earnsFrom":"ALWAYS",\
                "earningRule":{"expression":"transaction.total"}}""")
            .path("programId")
            .asText();
    List<UUID> all = new ArrayList<>();
    customers.forEach(all::add);
    Lanes.time(
        ENROLLING,
        all,
        customer ->
            manager.post(
                "/v1/loyalty/memberships",
                "{\"customerId\":\"%s\",\"programId\":\"%s\"}".formatted(customer, program)));
  }

  private String json(List<String> numbers) {
    return numbers.stream()
        .map(
            number ->
                """
                {"kind":"PERSON","name":{"full":"Customer %s"},"identifiers":\
                [{"source":"%s","value":"%s"}]}"""
                    .formatted(number, source, number))
        .collect(Collectors.joining(",", "{\"items\":[", "]}"));
  }
}
