package io.github.langgan.chassis.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.argument.Arguments;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class ColumnsTest {

  record Row(
      @Nullable UUID id,
      @Nullable String text,
      @Nullable Integer small,
      @Nullable Long large,
      @Nullable Boolean truth,
      @Nullable LocalDate day) {}

  @Inject Jdbi jdbi;

  @Test
  void rows_come_back_as_they_went() {
    List<Row> rows =
        List.of(
            new Row(UUID.randomUUID(), "plain", 1, 2L, true, LocalDate.of(2026, 2, 28)),
            new Row(null, null, null, null, null, null),
            new Row(UUID.randomUUID(), "{a,\"b\\\",NULL,'c'}", -1, Long.MIN_VALUE, false, null),
            new Row(UUID.randomUUID(), "NULL", 0, 0L, null, LocalDate.of(1600, 1, 1)),
            new Row(UUID.randomUUID(), "", 7, null, true, null),
            new Row(UUID.randomUUID(), "Ren\u00e9 \uD83D\uDE00 \n\t", 7, 1L, true, null));
    assertThat(through(rows)).isEqualTo(rows);
  }

  /** Jdbi's own way is half of a large batch's cost; which one it takes shows nowhere else. */
  @Test
  void arrays_keep_their_element_type_on_the_way_to_the_driver() {
    Arguments arguments = jdbi.getConfig(Arguments.class);
    for (Object column : List.of(new String[0], new UUID[0], new Integer[0], new Long[0])) {
      assertThat(arguments.prepareFor(column.getClass()).orElseThrow().apply(column).getClass())
          .matches(argument -> argument.getName().contains(ColumnArguments.class.getName()));
    }
  }

  @Test
  void no_rows_are_no_rows() {
    assertThat(through(List.of())).isEmpty();
  }

  private List<Row> through(List<Row> rows) {
    Columns<Row> columns = Columns.of(rows);
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT * FROM unnest(:ids::uuid[], :texts::text[], :ints::int[], :longs::bigint[],
                                         :truths::boolean[], :days::text[]::date[])
                             AS r (id, text, small, large, truth, day)
                    """)
                .bind("ids", columns.uuids(Row::id))
                .bind("texts", columns.texts(Row::text))
                .bind("ints", columns.ints(Row::small))
                .bind("longs", columns.longs(Row::large))
                .bind("truths", columns.booleans(Row::truth))
                .bind("days", columns.texts(Row::day))
                .mapTo(Row.class)
                .list());
  }
}
