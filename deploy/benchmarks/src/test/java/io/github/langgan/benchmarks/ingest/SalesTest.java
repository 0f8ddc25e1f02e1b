package io.github.langgan.benchmarks.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SalesTest {

  private static final UUID SOMEBODY = UUID.randomUUID();
  private final List<Sale> sales = new Sales("T", List.of("C1")).next(1_000);

  @Test
  void sales_have_one_to_twenty_lines_and_a_quarter_is_nobodys() {
    assertThat(sales).allMatch(sale -> sale.lines().size() <= 20 && !sale.lines().isEmpty());
    assertThat(sales.stream().filter(sale -> sale.customer() == null).count())
        .isBetween(180L, 320L);
    assertThat(sales.stream().map(Sale::externalId)).doesNotHaveDuplicates();
  }

  @Test
  void both_sides_write_the_same() throws JsonProcessingException {
    JdbcBatch batch = JdbcBatch.of(sales, "bench", Map.of("C1", SOMEBODY));
    String[] lines = new SaleJson("bench").of(sales).split("\n");

    assertThat(lines).hasSize(1_000);
    int count = 0;
    for (int i = 0; i < lines.length; i++) {
      JsonNode sent = new JsonMapper().readTree(lines[i]);
      JsonNode event = new JsonMapper().readTree((String) batch.events().getLast().values()[i]);
      assertThat(sent.path("externalId")).isEqualTo(event.path("externalId"));
      assertThat(sent.path("lines").size()).isEqualTo(event.path("lines").size());
      assertThat(sent.has("customer")).isEqualTo(event.has("customerId"));
      assertThat(new BigDecimal(event.path("total").asText()))
          .isEqualByComparingTo(sales.get(i).total());
      count += sent.path("lines").size();
    }
    assertThat(batch.lines().getFirst().values()).hasSize(count);
  }

  @Test
  void ids_are_of_version_7() {
    JdbcBatch batch = JdbcBatch.of(sales, "bench", Map.of("C1", SOMEBODY));

    assertThat(batch.numbers().getLast().values())
        .allMatch(id -> ((UUID) id).version() == 7 && ((UUID) id).variant() == 2);
  }
}
