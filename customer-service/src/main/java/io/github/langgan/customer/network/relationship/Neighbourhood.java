package io.github.langgan.customer.network.relationship;

import io.github.langgan.chassis.paging.Cursor;
import io.github.langgan.chassis.paging.Page;
import io.github.langgan.chassis.paging.PageRequest;
import io.github.langgan.customer.model.CompanyCalendar;
import io.github.langgan.customer.model.network.Being;
import io.github.langgan.customer.model.network.Reach;
import io.github.langgan.customer.model.network.Reach.Met;
import io.github.langgan.customer.model.network.Relationship;
import io.github.langgan.customer.model.network.Relationships;
import io.github.langgan.customer.model.network.Relationships.Related;
import io.github.langgan.customer.model.network.Strength;
import io.github.langgan.customer.network.NetworkRights;
import io.github.langgan.customer.network.relationship.Ends.End;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Who is around somebody: one relationship away, or several. */
@Singleton
class Neighbourhood {

  private final Relationships relationships;
  private final Reach reach;
  private final Nodes nodes;
  private final Strength strength;
  private final CompanyCalendar calendar;
  private final NetworkRights rights;

  Neighbourhood(
      Relationships relationships,
      Reach reach,
      Nodes nodes,
      Strength strength,
      CompanyCalendar calendar,
      NetworkRights rights) {
    this.relationships = relationships;
    this.reach = reach;
    this.nodes = nodes;
    this.strength = strength;
    this.calendar = calendar;
    this.rights = rights;
  }

  /**
   * @param end looked for when the rest of the question makes sense
   */
  Page<RelatedView> list(Supplier<End> end, PageRequest page, RelationshipQuery query) {
    LocalDate today = calendar.today();
    LocalDate day = query.day(today);
    Relationships.Criteria criteria = query.criteria(today);
    @Nullable UUID before = page.after().map(cursor -> cursor.uuid(0)).orElse(null);
    int fetch = page.fetch();
    UUID being = end.get().being().id();
    List<Related> found = relationships.list(being, criteria, rights.viewer(), before, fetch);
    Map<UUID, NodeView> views = nodes.of(found.stream().map(one -> one.other(being)).toList());
    return Page.of(found, page, one -> Cursor.of(one.relationship().id()))
        .map(one -> RelatedView.of(one, being, strengthOn(day, one.relationship()), views));
  }

  private BigDecimal strengthOn(LocalDate day, Relationship one) {
    return strength.on(day, one.strength(), one.confirmedOn());
  }

  /**
   * @param end looked for when the rest of the question makes sense
   */
  NetworkView around(Supplier<End> end, NetworkQuery query) {
    Reach.Bounds bounds = query.bounds(calendar.today());
    Being centre = end.get().being();
    Reach.Network network = reach.from(centre.id(), bounds, rights.viewer());
    List<Being> beings =
        Stream.concat(Stream.of(centre), network.met().stream().map(Met::being)).toList();
    Map<UUID, NodeView> views = nodes.of(beings);
    return NetworkView.of(
        Objects.requireNonNull(views.get(centre.id())), bounds.on(), network, views);
  }
}
