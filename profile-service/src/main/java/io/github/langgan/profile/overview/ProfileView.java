package io.github.langgan.profile.overview;

import io.github.langgan.chassis.inbox.Freshness;
import io.github.langgan.chassis.money.Money;
import io.github.langgan.profile.representation.HistoryEntryView;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a customer. Each section says how fresh it is, and whether it is stale: then
 * it doesn't include what the caller asked to read after.
 */
@Schema(
    name = "Profile",
    description =
        "All that is known of a customer. Each section says how fresh it is, and whether it is"
            + " stale: then it doesn't include what the caller asked to read after.")
public record ProfileView(
    UUID customerId,
    Person profile,
    Contact contact,
    Usage usage,
    Memberships membership,
    Balances balance,
    OpenCases openCases,
    Rfm rfm,
    Timeline timeline) {

  @Schema(name = "ProfilePerson")
  record Person(
      String kind,
      Name name,
      @Nullable LocalDate birthDate,
      @Nullable Instant registeredAt,
      Freshness freshness,
      boolean stale) {}

  @Schema(name = "ProfileName")
  record Name(@Nullable String full, @Nullable String given, @Nullable String family) {}

  @Schema(name = "ProfileContact")
  record Contact(
      List<String> emails,
      List<String> phones,
      List<String> addresses,
      List<Identifier> identifiers,
      Freshness freshness,
      boolean stale) {}

  @Schema(name = "ProfileIdentifier")
  record Identifier(String source, String value) {}

  @Schema(name = "Usage", description = "What the customer bought and gave back")
  record Usage(
      long purchases,
      long returns,
      @Schema(description = "For each currency") List<Money> spent,
      @Schema(description = "For each currency") List<Money> returned,
      @Nullable Instant firstPurchaseAt,
      @Nullable Instant lastPurchaseAt,
      @Schema(description = "The five bought most, less what was given back")
          List<FavouriteProduct> favouriteProducts,
      Freshness freshness) {}

  @Schema(name = "FavouriteProduct")
  record FavouriteProduct(String product, @Nullable String name, long quantity, long purchases) {}

  @Schema(name = "ProfileMemberships")
  record Memberships(List<Membership> items, Freshness freshness, boolean stale) {}

  @Schema(name = "ProfileMembership")
  record Membership(
      UUID membershipId, UUID programId, String programName, String cardNumber, Instant openedAt) {}

  @Schema(name = "ProfileBalances")
  record Balances(List<Balance> items, Freshness freshness, boolean stale) {}

  @Schema(name = "ProfileBalance", description = "Points of one membership")
  record Balance(UUID membershipId, UUID programId, long active, long pending) {}

  @Schema(name = "ProfileOpenCases")
  record OpenCases(List<OpenCase> items, Freshness freshness, boolean stale) {}

  @Schema(name = "OpenCase")
  record OpenCase(
      UUID caseId,
      String kind,
      @Nullable String channel,
      @Nullable String category,
      @Nullable String subject,
      String status,
      Instant openedAt,
      @Nullable Instant resolutionDueAt,
      @Schema(description = "The promised time of resolution has passed") boolean overdue) {}

  @Schema(
      name = "ProfileRfm",
      description = "Recency, frequency and monetary value, each from 1 to 5; absent until scored")
  record Rfm(
      @Nullable Integer recency,
      @Nullable Integer frequency,
      @Nullable Integer monetary,
      @Nullable Long purchases,
      @Schema(description = "Net of returns, for each currency") List<Money> revenue,
      @Nullable Instant lastPurchaseAt,
      @Schema(description = "When it was scored") @Nullable Instant scoredAt,
      Freshness freshness,
      boolean stale) {}

  @Schema(name = "RecentTimeline", description = "The newest of the timeline")
  record Timeline(List<HistoryEntryView> items, Freshness freshness, boolean stale) {}
}
