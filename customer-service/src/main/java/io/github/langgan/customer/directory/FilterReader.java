package io.github.langgan.customer.directory;

import io.github.langgan.chassis.json.StrictTimes;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.Criterion;
import io.github.langgan.customer.model.Criterion.Moment;
import io.github.langgan.customer.model.CustomerKind;
import io.github.langgan.customer.model.InvalidValue;
import io.github.langgan.customer.model.Language;
import io.github.langgan.customer.model.Stage;
import jakarta.inject.Singleton;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what narrows a search. */
@Singleton
class FilterReader {

  private static final Pattern PARTNER = Pattern.compile(CustomerQuery.PARTNER);

  private final CallerRights rights;

  FilterReader(CallerRights rights) {
    this.rights = rights;
  }

  /**
   * @param searching for somebody, who may be archived
   */
  List<Criterion> read(CustomerQuery query, boolean searching) {
    List<Criterion> filters = new ArrayList<>();
    switch (archived(query.archived, searching)) {
      case EXCLUDED -> filters.add(new Criterion.Archived(false));
      case INCLUDED -> {}
      case ONLY -> filters.add(new Criterion.Archived(true));
    }
    add(filters, query.kind, kind -> new Criterion.OfKind(kind(kind)));
    add(filters, query.partner, this::partner);
    add(filters, query.stage, this::stage);
    add(filters, query.language, tag -> new Criterion.Speaking(language(tag)));
    add(
        filters,
        query.registeredSince,
        at -> new Criterion.Later(Moment.REGISTERED, time("registeredSince", at)));
    add(
        filters,
        query.registeredUntil,
        at -> new Criterion.Earlier(Moment.REGISTERED, time("registeredUntil", at)));
    add(
        filters,
        query.changedSince,
        at -> new Criterion.Later(Moment.CHANGED, time("changedSince", at)));
    return filters;
  }

  private static void add(
      List<Criterion> filters, @Nullable String stated, Function<String, Criterion> filter) {
    if (stated != null) {
      filters.add(filter.apply(stated));
    }
  }

  private Criterion partner(String name) {
    if (!rights.isStaff()) {
      throw Problem.of(Problems.FORBIDDEN);
    }
    if (!PARTNER.matcher(name).matches()) {
      throw Problem.invalidParameter("partner", "must be the name of a partner");
    }
    return new Criterion.OfPartner(name);
  }

  private static ArchivedCustomers archived(@Nullable String stated, boolean searching) {
    if (stated == null) {
      return searching ? ArchivedCustomers.INCLUDED : ArchivedCustomers.EXCLUDED;
    }
    for (ArchivedCustomers choice : ArchivedCustomers.values()) {
      if (choice.name().equals(stated)) {
        return choice;
      }
    }
    throw Problem.invalidParameter("archived", "must be EXCLUDED, INCLUDED or ONLY");
  }

  /** It tells of purchases from all partners. */
  private Criterion stage(String stated) {
    if (!rights.isStaff()) {
      throw Problem.of(Problems.FORBIDDEN);
    }
    for (Stage stage : Stage.values()) {
      if (stage.name().equals(stated)) {
        return new Criterion.InStage(stage);
      }
    }
    throw Problem.invalidParameter("stage", "must be PROSPECT, NEW, ACTIVE, LAPSING or LAPSED");
  }

  private static CustomerKind kind(String stated) {
    for (CustomerKind kind : CustomerKind.values()) {
      if (kind.name().equals(stated)) {
        return kind;
      }
    }
    throw Problem.invalidParameter("kind", "must be PERSON or ORGANISATION");
  }

  private static Language language(String tag) {
    try {
      return new Language(tag);
    } catch (InvalidValue invalid) {
      throw Problem.invalidParameter("language", invalid.explanation());
    }
  }

  private static Instant time(String parameter, String stated) {
    try {
      return StrictTimes.instant(stated);
    } catch (DateTimeException e) {
      throw Problem.invalidParameter(
          parameter, "must be a time with its offset, like 2026-01-31T08:00:00Z");
    }
  }
}
