package io.github.langgan.benchmarks.importing;

import io.github.langgan.benchmarks.importing.People.Person;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * The best that plain JDBC does with the same people: one statement a table for a thousand of them,
 * one durable commit. Nothing is read or checked, nobody is told.
 */
public record JdbcImport(Connection connection) {

  private static final int BATCH = 1_000;

  private static final String CUSTOMERS =
      """
      INSERT INTO customer (id, kind, full_name, birth_date, version, form, received_at, partner,
                            registered_by, registered_at, changed_at, replay_key)
      SELECT id::uuid, 'PERSON', name, born::date, 1, 'IMPORT', now(), 'bench', 'bench', now(),
             now(), md5(number)::uuid
        FROM unnest(?::text[], ?::text[], ?::text[], ?::text[]) AS p(id, name, born, number)
      """;

  private static final String CONTACTS =
      """
      INSERT INTO customer_contact (customer_id, position, type, value, lookup_key, address_lines,
                                    locality, postal_code, country, since_version)
      SELECT id::uuid, position, type, value, lookup_key,
             CASE WHEN c.street IS NOT NULL THEN ARRAY[c.street] END, c.town, c.code,
             CASE WHEN c.street IS NOT NULL THEN 'ID' END, 1
        FROM (SELECT * FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[])
                       AS p(id, email, phone, street, town, code)) p,
             LATERAL (VALUES (0, 'EMAIL', email, email, NULL, NULL, NULL),
                             (1, 'PHONE', phone, phone, NULL, NULL, NULL),
                             (2, 'POSTAL', p.street || ', ' || p.town, NULL, p.street, p.town, p.code))
               AS c(position, type, value, lookup_key, street, town, code)
       WHERE c.value IS NOT NULL
      """;

  private static final String IDENTIFIERS =
      """
      INSERT INTO customer_identifier (customer_id, position, source, value, since_version)
      SELECT id::uuid, 0, 'bench', number, 1 FROM unnest(?::text[], ?::text[]) AS p(id, number)
      """;

  /**
   * @param to the index of the first who is left out
   * @return people in a second
   */
  public double rate(IntFunction<Person> people, int from, int to) throws SQLException {
    connection.setAutoCommit(false);
    long nanos = 0;
    for (int first = from; first < to; first += BATCH) {
      List<Person> batch =
          IntStream.range(first, Math.min(to, first + BATCH)).mapToObj(people).toList();
      long begun = System.nanoTime();
      write(batch);
      nanos += System.nanoTime() - begun;
    }
    return (to - from) / (nanos / 1e9);
  }

  private void write(List<Person> people) throws SQLException {
    String[] ids = people.stream().map(p -> UUID.randomUUID().toString()).toArray(String[]::new);
    String[] numbers = column(people, Person::number);
    insert(
        CUSTOMERS,
        ids,
        column(people, Person::name),
        column(people, p -> p.born() == null ? null : p.born().toString()),
        numbers);
    insert(
        CONTACTS,
        ids,
        column(people, Person::email),
        column(people, Person::phone),
        column(people, p -> p.street().isEmpty() ? null : p.street()),
        column(people, Person::town),
        column(people, Person::postalCode));
    insert(IDENTIFIERS, ids, numbers);
    connection.commit();
  }

  private static String[] column(List<Person> people, Function<Person, String> value) {
    return people.stream().map(value).toArray(String[]::new);
  }

  private void insert(String sql, String[]... columns) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < columns.length; i++) {
        statement.setArray(
            i + 1, connection.createArrayOf("text", Arrays.copyOf(columns[i], columns[i].length)));
      }
      statement.executeUpdate();
    }
  }
}
