package io.github.langgan.benchmarks.ingest;

import java.util.List;
import java.util.stream.Collectors;

/** Sales as the API takes them. Nothing in them needs escaping. */
record SaleJson(String partner) {

  /** As NDJSON. */
  String of(List<Sale> sales) {
    StringBuilder json = new StringBuilder(sales.size() * 1_200);
    for (Sale sale : sales) {
      json.append(of(sale)).append('\n');
    }
    return json.toString();
  }

  String of(Sale sale) {
    String customer =
        sale.customer() == null
            ? ""
            : "\"customer\":{\"identifier\":{\"source\":\"%s\",\"value\":\"%s\"}},"
                .formatted(partner, sale.customer());
    return "{\"externalId\":\"%s\",\"type\":\"PURCHASE\",\"occurredAt\":\"%s\",%s"
            .formatted(sale.externalId(), sale.occurredAt(), customer)
        + "\"currency\":\"GBP\",\"channel\":\"ONLINE\",\"lines\":["
        + sale.lines().stream().map(SaleJson::of).collect(Collectors.joining(","))
        + "]}";
  }

  private static String of(Sale.Line line) {
    return "{\"product\":\"%s\",\"name\":\"%s\",\"quantity\":%d,\"unitPrice\":\"%s\"}"
        .formatted(line.product(), line.name(), line.quantity(), line.unitPrice());
  }
}
