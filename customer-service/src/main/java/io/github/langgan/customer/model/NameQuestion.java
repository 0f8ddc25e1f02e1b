package io.github.langgan.customer.model;

import io.github.langgan.customer.model.NameSearch.Rank;
import io.github.langgan.customer.model.naming.AskedName;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatements;
import org.jspecify.annotations.Nullable;

/**
 * Which customers have names that fit.
 *
 * @param after the last one seen
 */
record NameQuestion(AskedName asked, Selection selection, @Nullable Rank after, int limit) {

  /** From so many names on, those with the best fit are looked for first. */
  private static final int COMMON = 200;

  /** So far names are counted first; farther only when there are more for each word. */
  private static final int FEW = 1_000;

  /** Of two words with more names each it matters little which is looked through. */
  private static final int MANY = 30_000;

  /**
   * When one word is asked for, somebody may have several ranks: one for each word that fits it.
   */
  List<Rank> ask(Handle handle) {
    int words = asked.meanings().size();
    if (words == 1) {
      return ranks(handle, NameStatements.oneWord(selection), 0);
    }
    List<Integer> counts = counts(handle, FEW);
    if (Collections.min(counts) == FEW) {
      counts = counts(handle, MANY);
    }
    int rarest = counts.indexOf(Collections.min(counts));
    if (counts.get(rarest) >= COMMON && asked.isClear() && mayFitBest()) {
      List<Rank> best = ranks(handle, NameStatements.bestFit(words, selection), rarest);
      if (best.size() == limit) {
        return best;
      }
    }
    return ranks(handle, NameStatements.severalWords(words, rarest, selection), rarest);
  }

  private boolean mayFitBest() {
    return after == null || after.fit() == asked.fit(asked.best());
  }

  /** Of the names for each word asked for, up to so many. */
  private List<Integer> counts(Handle handle, int most) {
    Query query =
        handle.createQuery(NameStatements.counts(asked.meanings().size())).bind("most", most);
    bindMeanings(query);
    return query.mapTo(Integer.class).list();
  }

  /**
   * @param from the word asked for whose names are looked through
   */
  private List<Rank> ranks(Handle handle, String statement, int from) {
    Query query =
        handle
            .createQuery(statement)
            .addCustomizer(NameStatements.PLANNED_FOR_ITS_VALUES)
            .bindByType("afterFit", after == null ? null : after.fit(), Integer.class)
            .bindByType("afterSize", after == null ? null : after.size(), Integer.class)
            .bindByType("afterId", after == null ? null : after.id(), UUID.class)
            .bind("from", words(from))
            .bind("bestFit", asked.fit(asked.best()))
            .bind("limit", limit);
    bindMeanings(query);
    selection.bindTo(query);
    return query.mapTo(Rank.class).list();
  }

  private void bindMeanings(Query query) {
    query.configure(SqlStatements.class, statements -> statements.setUnusedBindingAllowed(true));
    for (int i = 0; i < asked.meanings().size(); i++) {
      query.bind("words" + i, words(i));
      query.bind("best" + i, words(i)[0]);
      query.bind("fits" + i, asked.meanings().get(i).values().toArray(Integer[]::new));
    }
  }

  private String[] words(int i) {
    return asked.meanings().get(i).keySet().toArray(String[]::new);
  }
}
