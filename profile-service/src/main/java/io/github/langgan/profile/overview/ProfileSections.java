package io.github.langgan.profile.overview;

import static io.github.langgan.profile.model.Views.ANALYTICS;
import static io.github.langgan.profile.model.Views.COMPLAINT;
import static io.github.langgan.profile.model.Views.CUSTOMER;
import static io.github.langgan.profile.model.Views.LOYALTY;

import io.github.langgan.chassis.inbox.Freshness;
import io.github.langgan.chassis.money.Money;
import io.github.langgan.profile.model.history.HistoryEntry;
import io.github.langgan.profile.representation.HistoryEntryView;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes the sections of a profile, each with its freshness. */
record ProfileSections(
    ProfileFacts facts, Map<String, Freshness> freshness, Set<String> stale, Instant now) {

  ProfileView view(UUID customerId, @Nullable UUID mergedInto, List<HistoryEntry> newest) {
    return new ProfileView(
        customerId,
        mergedInto,
        person(facts.customer()),
        contact(facts.customer()),
        usage(facts.usage()),
        new ProfileView.Memberships(
            facts.memberships().stream().map(ProfileSections::membership).toList(),
            of(LOYALTY),
            stale.contains(LOYALTY)),
        new ProfileView.Balances(
            facts.memberships().stream().map(ProfileSections::balance).toList(),
            of(LOYALTY),
            stale.contains(LOYALTY)),
        new ProfileView.OpenCases(
            facts.openCases().stream().map(ProfileSections::openCase).toList(),
            of(COMPLAINT),
            stale.contains(COMPLAINT)),
        rfm(facts.score()),
        new ProfileView.Timeline(
            newest.stream().map(HistoryEntryView::of).toList(),
            Objects.requireNonNull(
                freshness.values().stream()
                    .min(Comparator.comparing(Freshness::asOf))
                    .orElse(current())),
            stale.contains(LOYALTY) || stale.contains(COMPLAINT)));
  }

  private ProfileView.Person person(ProfileFacts.Customer customer) {
    return new ProfileView.Person(
        customer.kind(),
        new ProfileView.Name(customer.fullName(), customer.givenName(), customer.familyName()),
        customer.birthDate(),
        customer.registeredAt(),
        of(CUSTOMER),
        stale.contains(CUSTOMER));
  }

  private ProfileView.Contact contact(ProfileFacts.Customer customer) {
    Function<String, List<String>> values =
        type ->
            customer.contacts().stream()
                .filter(contact -> contact.type().equals(type))
                .map(ProfileFacts.Contact::value)
                .toList();
    return new ProfileView.Contact(
        values.apply("EMAIL"),
        values.apply("PHONE"),
        values.apply("POSTAL"),
        customer.identifiers().stream()
            .map(known -> new ProfileView.Identifier(known.source(), known.value()))
            .toList(),
        of(CUSTOMER),
        stale.contains(CUSTOMER));
  }

  private ProfileView.Usage usage(ProfileFacts.Usage usage) {
    return new ProfileView.Usage(
        usage.purchases(),
        usage.returns(),
        money(ProfileFacts.Spending::spent),
        money(ProfileFacts.Spending::returned),
        usage.firstPurchaseAt(),
        usage.lastPurchaseAt(),
        facts.favourites().stream()
            .map(
                favourite ->
                    new ProfileView.FavouriteProduct(
                        favourite.product(),
                        favourite.name(),
                        favourite.quantity(),
                        favourite.purchases()))
            .toList(),
        current());
  }

  private List<Money> money(Function<ProfileFacts.Spending, BigDecimal> amount) {
    return facts.money().stream().map(in -> new Money(amount.apply(in), in.currency())).toList();
  }

  private static ProfileView.Membership membership(ProfileFacts.Membership known) {
    return new ProfileView.Membership(
        known.membershipId(),
        known.programId(),
        known.programName(),
        known.cardNumber(),
        known.openedAt(),
        known.tier() == null || known.tierSince() == null
            ? null
            : new ProfileView.Tier(known.tier(), known.tierSince()));
  }

  private static ProfileView.Balance balance(ProfileFacts.Membership known) {
    return new ProfileView.Balance(
        known.membershipId(), known.programId(), known.active(), known.pending(), known.debt());
  }

  private static ProfileView.OpenCase openCase(ProfileFacts.OpenCase known) {
    return new ProfileView.OpenCase(
        known.caseId(),
        known.kind(),
        known.channel(),
        known.category(),
        known.subject(),
        known.status(),
        known.openedAt(),
        known.resolutionDueAt(),
        known.overdue());
  }

  private ProfileView.Rfm rfm(ProfileFacts.@Nullable Score score) {
    Freshness fresh = of(ANALYTICS);
    boolean isStale = stale.contains(ANALYTICS);
    if (score == null) {
      return new ProfileView.Rfm(null, null, null, null, List.of(), null, null, fresh, isStale);
    }
    return new ProfileView.Rfm(
        score.recency(),
        score.frequency(),
        score.monetary(),
        score.purchases(),
        score.revenue().stream().map(in -> new Money(in.amount(), in.currency())).toList(),
        score.lastPurchaseAt(),
        score.asOf(),
        fresh,
        isStale);
  }

  private Freshness of(String topic) {
    return Objects.requireNonNull(freshness.get(topic));
  }

  private Freshness current() {
    return new Freshness(now, 0);
  }
}
