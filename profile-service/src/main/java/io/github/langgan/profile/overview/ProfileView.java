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
    @Schema(required = true) UUID customerId,
    @Schema(description = "When the asked record was merged into this customer: its id again")
        @Nullable UUID mergedInto,
    @Schema(required = true) Person profile,
    @Schema(required = true) Contact contact,
    @Schema(required = true) Usage usage,
    @Schema(required = true) Memberships membership,
    @Schema(required = true) Balances balance,
    @Schema(required = true) OpenCases openCases,
    @Schema(required = true) Rfm rfm,
    @Schema(required = true) Timeline timeline) {

  @Schema(name = "ProfilePerson")
  record Person(
      @Schema(required = true) String kind,
      @Schema(required = true) Name name,
      @Nullable LocalDate birthDate,
      @Nullable Instant registeredAt,
      @Schema(required = true) Freshness freshness,
      @Schema(required = true) boolean stale) {}

  @Schema(name = "ProfileName")
  record Name(@Nullable String full, @Nullable String given, @Nullable String family) {}

  @Schema(name = "ProfileContact")
  record Contact(
      @Schema(required = true) List<String> emails,
      @Schema(required = true) List<String> phones,
      @Schema(required = true) List<String> addresses,
      @Schema(required = true) List<Identifier> identifiers,
      @Schema(required = true) Freshness freshness,
      @Schema(required = true) boolean stale) {}

  @Schema(name = "ProfileIdentifier")
  record Identifier(
      @Schema(required = true) String source, @Schema(required = true) String value) {}

  @Schema(name = "Usage", description = "What the customer bought and gave back")
  record Usage(
      @Schema(required = true) long purchases,
      @Schema(required = true) long returns,
      @Schema(required = true, description = "For each currency") List<Money> spent,
      @Schema(required = true, description = "For each currency") List<Money> returned,
      @Nullable Instant firstPurchaseAt,
      @Nullable Instant lastPurchaseAt,
      @Schema(required = true, description = "The five bought most, less what was given back")
          List<FavouriteProduct> favouriteProducts,
      @Schema(required = true) Freshness freshness) {}

  @Schema(name = "FavouriteProduct")
  record FavouriteProduct(
      @Schema(required = true) String product,
      @Nullable String name,
      @Schema(required = true) long quantity,
      @Schema(required = true) long purchases) {}

  @Schema(name = "ProfileMemberships")
  record Memberships(
      @Schema(required = true) List<Membership> items,
      @Schema(required = true) Freshness freshness,
      @Schema(required = true) boolean stale) {}

  @Schema(name = "ProfileMembership")
  record Membership(
      @Schema(required = true) UUID membershipId,
      @Schema(required = true) UUID programId,
      @Schema(required = true) String programName,
      @Schema(required = true) String cardNumber,
      @Schema(required = true) Instant openedAt,
      @Schema(description = "Absent until it changed for the first time") @Nullable Tier tier) {}

  @Schema(name = "ProfileTier")
  record Tier(@Schema(required = true) String code, @Schema(required = true) Instant since) {}

  @Schema(name = "ProfileBalances")
  record Balances(
      @Schema(required = true) List<Balance> items,
      @Schema(required = true) Freshness freshness,
      @Schema(required = true) boolean stale) {}

  @Schema(name = "ProfileBalance", description = "Points of one membership")
  record Balance(
      @Schema(required = true) UUID membershipId,
      @Schema(required = true) UUID programId,
      @Schema(required = true) long active,
      @Schema(required = true) long pending,
      @Schema(
              required = true,
              minimum = "0",
              description = "Points that went with returns and were spent: later points pay them")
          long debt) {}

  @Schema(name = "ProfileOpenCases")
  record OpenCases(
      @Schema(required = true) List<OpenCase> items,
      @Schema(required = true) Freshness freshness,
      @Schema(required = true) boolean stale) {}

  @Schema(name = "OpenCase")
  record OpenCase(
      @Schema(required = true) UUID caseId,
      @Schema(required = true) String kind,
      @Nullable String channel,
      @Nullable String category,
      @Nullable String subject,
      @Schema(required = true) String status,
      @Schema(required = true) Instant openedAt,
      @Nullable Instant resolutionDueAt,
      @Schema(required = true, description = "The promised time of resolution has passed")
          boolean overdue) {}

  @Schema(
      name = "ProfileRfm",
      description = "Recency, frequency and monetary value, each from 1 to 5; absent until scored")
  record Rfm(
      @Nullable Integer recency,
      @Nullable Integer frequency,
      @Nullable Integer monetary,
      @Nullable Long purchases,
      @Schema(required = true, description = "Net of returns, for each currency")
          List<Money> revenue,
      @Nullable Instant lastPurchaseAt,
      @Schema(description = "When it was scored") @Nullable Instant scoredAt,
      @Schema(required = true) Freshness freshness,
      @Schema(required = true) boolean stale) {}

  @Schema(name = "RecentTimeline", description = "The newest of the timeline")
  record Timeline(
      @Schema(required = true) List<HistoryEntryView> items,
      @Schema(required = true) Freshness freshness,
      @Schema(required = true) boolean stale) {}
}
