package io.github.langgan.chassis.json;

import static io.github.langgan.chassis.json.Reading.JSON;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.langgan.chassis.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ItemsTest {

  private static final String GOOD = "{\"product\":\"a\",\"quantity\":1}";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"product\":\"a\",\"quantity\":\"1\"}",
        "{\"product\":\"a\",\"quantity\":1,\"x\":{\"]\":[\"}\"]}}",
        "{\"product\":\"a\",\"product\":\"a\",\"quantity\":1}",
        "{\"product\":\"\\ud800\",\"quantity\":1}",
        "{\"product\":\"\",\"quantity\":1}",
        "{\"product\":\"a\",\"quantity\":1e400}",
        "{\"product\":\"\\\"]}\\\\\",\"quantity\":}",
        "{\"product\":\"a\" \"quantity\":1}",
        "7",
        "null",
        "\"]\"",
        "[]",
        "nonsense",
        "{}x"
      })
  void a_bad_item_spoils_no_neighbour(String bad) {
    var items = array("{\"items\":[" + GOOD + "," + bad + " ,\n" + GOOD + "]}").all();
    assertThat(outcomes(items)).isEqualTo("0 read, 1 refused, 2 read");
    var lines = lines(GOOD + "\n" + bad + "\r\n\n" + GOOD).all();
    assertThat(outcomes(lines)).isEqualTo("0 read, 1 refused, 2 read");
  }

  @Test
  void a_refused_item_says_where_in_the_item() {
    var items = array("{\"items\":[{\"product\":\"é\",\"quantity\":1}]}").all();
    var refused = (Item.Refused<Reading.Line>) items.getFirst();
    assertThat(refused.problem().type().slug()).isEqualTo("unsafe-text");
    assertThat(refused.problem().errors().getFirst().pointer()).isEqualTo("/product");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"items\":[]}", " { \"items\" : [ ] } ", "{\"items\":[]}\n"})
  void no_items_are_fine(String body) {
    assertThat(array(body).all()).isEmpty();
    assertThat(lines("\n \r\n").all()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``                              | malformed",
        "{                               | malformed",
        "{\"items\"                      | malformed",
        "{\"items\":[                    | malformed",
        "{\"items\":[{}                  | malformed",
        "{\"items\":[{}]                 | malformed",
        "{\"items\":[{}]}}               | malformed",
        "{\"items\":[{}]}{}              | malformed",
        "{\"items\":[{},]}               | malformed",
        "{\"items\":[,{}]}               | malformed",
        "{\"items\":[{} {}]}             | malformed",
        "{\"items\":[{\"a\":\"]}         | malformed",
        "{\"items\":[{}],\"items\":[]}   | malformed",
        "{\"items\" [{}]}                | malformed",
        "x                               | malformed",
        "{\"items\":[{\"a\":[[[1]},{}]}   | malformed",
        "{\"items\":[{}],\"more\":1}     | unknown-field",
        "{\"itmes\":[]}                  | unknown-field",
        "{}                              | validation",
        "[]                              | validation",
        "{\"items\":{}}                  | validation",
        "{\"items\":null}                | validation",
      })
  void a_body_that_is_broken_as_a_whole_is_refused_as_a_whole(String body, String slug) {
    var problem = catchThrowableOfType(Problem.class, () -> array(body == null ? "" : body).all());
    assertThat(problem.type().slug()).isEqualTo(slug);
  }

  @Test
  void more_than_the_limit_is_refused() {
    var three = "{\"items\":[" + GOOD + "," + GOOD + "," + GOOD + "]}";
    assertThat(JSON.items(stream(three), Reading.Line.class, 3).all()).hasSize(3);
    var problem =
        catchThrowableOfType(
            Problem.class, () -> JSON.items(stream(three), Reading.Line.class, 2).all());
    assertThat(problem.errors().getFirst().pointer()).isEqualTo("/items");
  }

  @Test
  void items_are_read_as_they_arrive_and_a_giant_one_is_refused_alone() {
    var endless = new EndlessItems();
    var items = JSON.items(endless, Reading.Line.class, Integer.MAX_VALUE);
    for (int i = 0; i < 100_000; i++) {
      assertThat(items.next()).isInstanceOf(Item.Read.class);
    }
    assertThat(endless.served).isLessThan(100_000L * (GOOD.length() + 1) + 100_000);

    var giant = "{\"product\":\"" + "x".repeat(2_000_000) + "\"}";
    var outcomes = outcomes(array("{\"items\":[" + giant + "," + GOOD + "]}").all());
    assertThat(outcomes).isEqualTo("0 refused, 1 read");
  }

  private static final class EndlessItems extends InputStream {
    private final byte[] start = "{\"items\":[".getBytes(StandardCharsets.UTF_8);
    private final byte[] cycle = (GOOD + ",").getBytes(StandardCharsets.UTF_8);
    private long served;

    @Override
    public int read() throws IOException {
      long at = served++;
      return at < start.length
          ? start[(int) at]
          : cycle[(int) ((at - start.length) % cycle.length)];
    }
  }

  private static Items<Reading.Line> array(String body) {
    return JSON.items(stream(body), Reading.Line.class, 1000);
  }

  private static Items<Reading.Line> lines(String body) {
    return JSON.itemsOrLines(
        stream(body), "application/x-ndjson;charset=utf-8", Reading.Line.class, 1000);
  }

  private static InputStream stream(String body) {
    return new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
  }

  private static String outcomes(List<Item<Reading.Line>> items) {
    return IntStream.range(0, items.size())
        .mapToObj(
            i ->
                switch (items.get(i)) {
                  case Item.Read<Reading.Line> read -> read.index() + " read";
                  case Item.Refused<Reading.Line> refused -> refused.index() + " refused";
                })
        .collect(Collectors.joining(", "));
  }
}
