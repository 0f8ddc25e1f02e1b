package io.github.langgan.customer.model;

import io.github.langgan.customer.model.naming.WordKeys;
import io.github.langgan.customer.model.naming.WordLikeness;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** Words of existing names that may be meant by words asked for. */
final class NameCandidates {

  /** Words from their first letters up to the last possible ones; the shortest are nearest. */
  private static final String LIKE =
      """
      SELECT asked.position::int, found.word
        FROM unnest(:words::text[], :keys::text[], :mayBegin::boolean[]) WITH ORDINALITY
               AS asked(word, keys, may_begin, position)
       CROSS JOIN LATERAL (
         (SELECT word FROM name_word WHERE word = asked.word)
         UNION
         (SELECT word FROM name_word WHERE keys && string_to_array(asked.keys, ' ') LIMIT 1000)
         UNION
         (SELECT word FROM name_word
           WHERE asked.may_begin
             AND word >= asked.word AND word < asked.word || chr(1114111)
           ORDER BY length(word), word LIMIT 100)) found
      """;

  private NameCandidates() {}

  /** For each word. */
  static List<Set<String>> of(Handle handle, List<String> words) {
    List<Set<String>> candidates = new ArrayList<>();
    words.forEach(word -> candidates.add(new LinkedHashSet<>()));
    handle
        .createQuery(LIKE)
        .bind("words", words.toArray(String[]::new))
        .bind(
            "keys",
            words.stream().map(word -> String.join(" ", WordKeys.of(word))).toArray(String[]::new))
        .bind("mayBegin", words.stream().map(WordLikeness::mayBegin).toArray(Boolean[]::new))
        .map(
            (row, context) -> candidates.get(row.getInt("position") - 1).add(row.getString("word")))
        .list();
    return candidates;
  }
}
