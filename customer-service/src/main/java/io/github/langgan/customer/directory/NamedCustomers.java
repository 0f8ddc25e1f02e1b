package io.github.langgan.customer.directory;

import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.model.Criterion;
import io.github.langgan.customer.model.NameSearch;
import io.github.langgan.customer.model.NameSearch.Rank;
import io.github.langgan.customer.model.NameSearch.Ranks;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.model.naming.NameWords;
import io.github.langgan.customer.representation.CustomerView;
import jakarta.inject.Singleton;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Pages of customers whose names fit. */
@Singleton
class NamedCustomers {

  private static final int LONGEST = 200;

  private final NameSearch search;

  NamedCustomers(NameSearch search) {
    this.search = search;
  }

  Page<CustomerView> find(
      String name, Criterion criterion, Visibility visibility, PageRequest request) {
    @Nullable Rank after =
        request
            .after()
            .map(cursor -> new Rank((int) cursor.number(0), (int) cursor.number(1), cursor.uuid(2)))
            .orElse(null);
    Ranks found = search.ranks(words(name), criterion, visibility, after, request.fetch());
    Page<Rank> page =
        Page.of(found.ranks(), request, rank -> Cursor.of(rank.fit(), rank.size(), rank.id()));
    return new Page<>(
        search.customers(found.asked(), page.items(), visibility).stream()
            .map(CustomerView::from)
            .toList(),
        page.nextCursor());
  }

  private static List<String> words(String name) {
    List<String> words = name.length() > LONGEST ? List.of() : NameWords.asked(name);
    if (words.isEmpty()) {
      throw Problem.invalidParameter(
          "name", "must have a letter or digit, and 200 characters at most");
    }
    return words;
  }
}
