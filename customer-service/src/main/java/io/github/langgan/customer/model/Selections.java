package io.github.langgan.customer.model;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Customers that are read one after the other, however many, as they were at one moment. */
@Singleton
public class Selections {

  private static final int AT_A_TIME = 500;

  private static final String CONTACTS =
      """
      SELECT type AS name, max(n) AS most FROM (
        SELECT type, count(*) AS n FROM customer_contact p
         WHERE customer_id IN (SELECT id FROM customer WHERE %s) AND %s GROUP BY customer_id, type) c
       GROUP BY type
      """;

  private static final String LINES =
      """
      SELECT 'lines' AS name, coalesce(max(cardinality(address_lines)), 0) AS most
        FROM customer_contact p
       WHERE customer_id IN (SELECT id FROM customer WHERE %s) AND %s
      """;

  private static final String IDENTIFIERS =
      """
      SELECT source AS name, max(n) AS most FROM (
        SELECT source, count(*) AS n FROM customer_identifier p
         WHERE customer_id IN (SELECT id FROM customer WHERE %s) AND %s GROUP BY customer_id, source) i
       GROUP BY source LIMIT 10000 -- no file has as many columns
      """;

  private static final String NOTES =
      """
      SELECT label AS name, max(n) AS most FROM (
        SELECT coalesce(label, '') AS label, count(*) AS n FROM customer_note p
         WHERE customer_id IN (SELECT id FROM customer WHERE %s) AND %s GROUP BY customer_id, label) n
       GROUP BY label LIMIT 10000
      """;

  private final Jdbi jdbi;
  private final Customers customers;

  Selections(Jdbi jdbi, Customers customers) {
    this.jdbi = jdbi;
    this.customers = customers;
  }

  /** From here to the end of the transaction, which it begins, nothing changes. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void freeze() {
    jdbi.useHandle(
        handle -> handle.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"));
  }

  @Transactional(Transactional.TxType.MANDATORY)
  public SelectionShape shape(Criterion criterion, Visibility visibility) {
    return jdbi.withHandle(
        handle -> {
          var contacts = most(handle, CONTACTS, PartnersParts.CONTACT, criterion, visibility);
          return new SelectionShape(
              contacts.getOrDefault("EMAIL", 0),
              contacts.getOrDefault("PHONE", 0),
              contacts.getOrDefault("POSTAL", 0),
              most(handle, LINES, PartnersParts.CONTACT, criterion, visibility)
                  .getOrDefault("lines", 0),
              most(handle, IDENTIFIERS, PartnersParts.IDENTIFIER, criterion, visibility),
              most(handle, NOTES, PartnersParts.NOTE, criterion, visibility));
        });
  }

  /** Newest first. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void forEach(Criterion criterion, Visibility visibility, Consumer<Customer> reader) {
    @Nullable CustomerId before = null;
    boolean mayBeMore = true;
    while (mayBeMore) {
      List<Customer> some = customers.list(criterion, visibility, before, AT_A_TIME);
      some.forEach(reader);
      mayBeMore = some.size() == AT_A_TIME;
      before = some.isEmpty() ? before : some.getLast().id();
    }
  }

  private static SortedMap<String, Integer> most(
      Handle handle, String question, String seen, Criterion criterion, Visibility visibility) {
    boolean ofPartner = visibility instanceof Visibility.RegisteredBy;
    Selection selection = new Selection(criterion, visibility);
    Query query =
        handle.createQuery(question.formatted(selection.condition(), ofPartner ? seen : "true"));
    selection.bindTo(query);
    return query.reduceRows(
        new TreeMap<String, Integer>(),
        (most, row) -> {
          most.put(row.getColumn("name", String.class), row.getColumn("most", Integer.class));
          return most;
        });
  }
}
