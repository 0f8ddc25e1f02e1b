package io.github.langgan.customer.model;

import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.customer.model.naming.WordKeys;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Which customers have which words in their names; one statement for any number of them. */
final class NameRows {

  private static final String OF_CUSTOMERS =
      "SELECT customer_id, word FROM customer_name_word WHERE customer_id = ANY(:ids)";

  /** Partners don't find a customer by its name when it may be from others' records. */
  private static final String ADD =
      """
      WITH added AS (
        INSERT INTO customer_name_word (word, size, customer_id, partner, words)
        SELECT word, size, customer_id,
               CASE WHEN NOT EXISTS (SELECT FROM customer other
                                      WHERE other.merged_into = p.customer_id
                                        AND other.partner IS DISTINCT FROM p.partner)
                    THEN partner END,
               string_to_array(names, ' ')
          FROM unnest(:words::text[], :sizes::int[], :customers::uuid[], :partners::text[],
                      :names::text[]) AS p(word, size, customer_id, partner, names))
      SELECT word FROM unnest(:distinct::text[]) AS word
       WHERE NOT EXISTS (SELECT 1 FROM name_word known WHERE known.word = word.word)
      """;

  /** In one order by all: two transactions wait for each other in one direction only. */
  private static final String ADD_WORDS =
      """
      INSERT INTO name_word (word, keys)
      SELECT word, string_to_array(keys, ' ')
        FROM unnest(:words::text[], :keys::text[]) AS w(word, keys) ORDER BY word COLLATE "C"
      ON CONFLICT DO NOTHING
      """;

  private static final String REMOVE =
      "DELETE FROM customer_name_word WHERE customer_id = ANY(:ids)";

  private static final String FORGET =
      """
      DELETE FROM name_word n
       WHERE word = ANY(:words)
         AND NOT EXISTS (SELECT 1 FROM customer_name_word c WHERE c.word = n.word)
      """;

  private record Posting(String word, List<String> name, Customer customer) {}

  private NameRows() {}

  /** By customer; without those who have none. */
  static Map<UUID, Set<String>> words(Handle handle, Collection<Customer> customers) {
    Map<UUID, Set<String>> words = new HashMap<>();
    handle
        .createQuery(OF_CUSTOMERS)
        .bind("ids", ids(customers))
        .map(
            (row, context) ->
                words
                    .computeIfAbsent(
                        row.getObject("customer_id", UUID.class), id -> new HashSet<>())
                    .add(row.getString("word")))
        .list();
    return words;
  }

  static void add(Handle handle, Collection<Customer> customers) {
    List<Posting> postings = new ArrayList<>(3 * customers.size());
    for (Customer customer : customers) {
      List<String> words = customer.particulars().name().words();
      words.forEach(word -> postings.add(new Posting(word, words, customer)));
    }
    if (postings.isEmpty()) {
      return;
    }
    List<String> unknown = addPostings(handle, postings);
    if (!unknown.isEmpty()) {
      addWords(handle, Columns.of(unknown));
    }
  }

  static void remove(Handle handle, Collection<Customer> customers) {
    handle.createUpdate(REMOVE).bind("ids", ids(customers)).execute();
  }

  /** Those of these words that nobody has. */
  static void forget(Handle handle, Set<String> words) {
    if (!words.isEmpty()) {
      handle.createUpdate(FORGET).bind("words", words.toArray(String[]::new)).execute();
    }
  }

  private static List<String> addPostings(Handle handle, List<Posting> postings) {
    Columns<Posting> columns = Columns.of(postings);
    return handle
        .createQuery(ADD)
        .bind("words", columns.texts(Posting::word))
        .bind("sizes", columns.ints(posting -> posting.name().size()))
        .bind("customers", columns.uuids(posting -> posting.customer().id().value()))
        .bind("partners", columns.texts(posting -> posting.customer().partner()))
        .bind("names", columns.texts(posting -> String.join(" ", posting.name())))
        .bind("distinct", postings.stream().map(Posting::word).distinct().toArray(String[]::new))
        .mapTo(String.class)
        .list();
  }

  private static void addWords(Handle handle, Columns<String> words) {
    handle
        .createUpdate(ADD_WORDS)
        .bind("words", words.texts(word -> word))
        .bind("keys", words.texts(word -> String.join(" ", WordKeys.of(word))))
        .execute();
  }

  private static UUID[] ids(Collection<Customer> customers) {
    return Columns.of(customers).uuids(customer -> customer.id().value());
  }
}
