package io.github.langgan.analytics.facts;

import static io.github.langgan.analytics.TransactionJson.aPurchase;
import static io.github.langgan.analytics.TransactionJson.aReturn;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.analytics.OtherServices;
import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class SummariesFollowFactsTest {

  @Inject OtherServices others;
  @Inject Jdbi jdbi;
  @Inject RebuildSummaries rebuild;

  private final UUID siti = UuidV7.next();
  private final UUID budi = UuidV7.next();

  @AfterEach
  void a_rebuild_from_the_facts_equals_what_is_kept_in_step() {
    List<String> live = summaries();
    rebuild.rebuild();
    assertThat(summaries()).isEqualTo(live).isNotEmpty();
  }

  @Test
  void purchases_and_returns_add_up_for_their_customer() {
    others.tell(
        aPurchase().of(siti).line(6, "2.55", "1.20").line(1, "7.00", null),
        aPurchase().of(siti).at("2026-02-04T08:26:00Z").line(2, "10.00", "6.00"),
        aReturn().of(siti).line(1, "2.55", "1.20"));
    assertThat(activity(siti)).isEqualTo("2 1 2026-01-04 08:26:00 2026-02-04 08:26:00");
    assertThat(money(siti)).containsExactly("GBP 2 42.3000 2.5500 18.0000 32.7500");
  }

  @Test
  void currencies_are_never_added_together() {
    others.tell(
        aPurchase().of(siti).line(1, "10.00", null),
        aPurchase().of(siti).in("IDR").line(1, "150000", null));
    assertThat(money(siti))
        .containsExactly(
            "GBP 1 10.0000 0.0000 0.0000 0.0000", "IDR 1 150000.0000 0.0000 0.0000 0.0000");
  }

  @Test
  void the_same_transaction_told_again_changes_nothing() {
    var purchase = aPurchase().of(siti).line(1, "10.00", null);
    others.tell(purchase);
    others.tell(purchase, purchase);
    assertThat(money(siti)).containsExactly("GBP 1 10.0000 0.0000 0.0000 0.0000");
    assertThat(lines(purchase.id())).isEqualTo(1);
  }

  @Test
  void an_anonymous_purchase_counts_for_its_customer_once_it_is_attributed() {
    var anonymous = aPurchase().line(1, "10.00", null);
    others.tell(anonymous);
    assertThat(owner(anonymous.id())).isEqualTo("null");
    others.tell(anonymous.attributedTo(siti, "2026-01-06T00:00:00Z"));
    assertThat(owner(anonymous.id())).isEqualTo(siti.toString());
    assertThat(money(siti)).containsExactly("GBP 1 10.0000 0.0000 0.0000 0.0000");
  }

  @Test
  void an_attribution_that_comes_before_its_recording_stands() {
    var anonymous = aPurchase().line(1, "10.00", null);
    others.tell(anonymous.attributedTo(siti, "2026-01-06T00:00:00Z"));
    others.tell(anonymous);
    assertThat(owner(anonymous.id())).isEqualTo(siti.toString());
    assertThat(money(siti)).containsExactly("GBP 1 10.0000 0.0000 0.0000 0.0000");
  }

  @Test
  void both_in_one_batch_count_once() {
    var anonymous = aPurchase().line(1, "10.00", null);
    others.tell(anonymous, anonymous.attributedTo(siti, "2026-01-06T00:00:00Z"));
    assertThat(money(siti)).containsExactly("GBP 1 10.0000 0.0000 0.0000 0.0000");
  }

  @Test
  void a_transaction_that_goes_to_another_customer_leaves_the_first() {
    var purchase = aPurchase().of(siti).line(1, "10.00", "4.00");
    others.tell(purchase, aPurchase().of(siti).at("2026-03-01T00:00:00Z").line(1, "1.00", null));
    others.tell(purchase.attributedTo(budi, "2026-02-01T00:00:00Z"));
    assertThat(activity(siti)).isEqualTo("1 0 2026-03-01 00:00:00 2026-03-01 00:00:00");
    assertThat(money(siti)).containsExactly("GBP 1 1.0000 0.0000 0.0000 0.0000");
    assertThat(money(budi)).containsExactly("GBP 1 10.0000 0.0000 4.0000 10.0000");
  }

  @Test
  void the_latest_word_on_whose_it_is_stands_in_whatever_order_the_words_come() {
    var purchase = aPurchase().line(1, "10.00", null);
    others.tell(purchase.attributedTo(budi, "2026-02-01T00:00:00Z"));
    others.tell(purchase.attributedTo(siti, "2026-01-01T00:00:00Z"));
    assertThat(owner(purchase.id())).isEqualTo(budi.toString());
    assertThat(money(siti)).isEmpty();
  }

  @Test
  void cases_are_counted_also_when_the_resolution_comes_first() {
    UUID one = UuidV7.next();
    others.tell("crm.complaint", siti, "case.resolved", caseJson(one, "resolvedAt"));
    others.tell("crm.complaint", siti, "case.opened", caseJson(one, "openedAt"));
    others.tell("crm.complaint", siti, "case.opened", caseJson(UuidV7.next(), "openedAt"));
    assertThat(
            text(
                "SELECT cases_opened || ' ' || cases_resolved FROM customer_activity"
                    + " WHERE customer_id = :id",
                siti))
        .containsExactly("2 1");
  }

  private String caseJson(UUID id, String time) {
    return """
    {"caseId":"%s","customerId":"%s","kind":"COMPLAINT","category":"DELIVERY","%s":"2026-01-12T03:15:00Z"}"""
        .formatted(id, siti, time);
  }

  private String activity(UUID customer) {
    return text(
            """
            SELECT concat_ws(' ', purchases, returns, first_purchase_at AT TIME ZONE 'UTC',
                             last_purchase_at AT TIME ZONE 'UTC')
              FROM customer_activity WHERE customer_id = :id
            """,
            customer)
        .getFirst();
  }

  private List<String> money(UUID customer) {
    return text(
        """
        SELECT concat_ws(' ', currency, purchases, purchased, returned, cost, costed_revenue)
          FROM customer_money WHERE customer_id = :id ORDER BY currency
        """,
        customer);
  }

  private String owner(UUID transaction) {
    String ofFact = "SELECT coalesce(customer_id::text, 'null') FROM %s WHERE transaction_id = :id";
    assertThat(text(ofFact.formatted("line_fact"), transaction))
        .isEqualTo(text(ofFact.formatted("transaction_fact"), transaction));
    return text(ofFact.formatted("transaction_fact"), transaction).getFirst();
  }

  private int lines(UUID transaction) {
    return text("SELECT line::text FROM line_fact WHERE transaction_id = :id", transaction).size();
  }

  private List<String> text(String sql, UUID id) {
    return jdbi.withHandle(
        handle -> handle.createQuery(sql).bind("id", id).mapTo(String.class).list());
  }

  private List<String> summaries() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT a::text FROM customer_activity a WHERE (a.purchases, a.returns, a.cases_opened) <> (0, 0, 0)
                    UNION ALL SELECT m::text FROM customer_money m
                    UNION ALL SELECT d::text FROM daily_total d ORDER BY 1
                    """)
                .mapTo(String.class)
                .list());
  }
}
