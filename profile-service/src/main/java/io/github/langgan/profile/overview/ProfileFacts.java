package io.github.langgan.profile.overview;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that our tables hold of a customer, as one statement reads it. */
record ProfileFacts(
    Customer customer,
    Usage usage,
    List<Spending> money,
    List<Favourite> favourites,
    List<Membership> memberships,
    List<OpenCase> openCases,
    @Nullable Score score) {

  record Customer(
      String kind,
      @Nullable String fullName,
      @Nullable String givenName,
      @Nullable String familyName,
      @Nullable LocalDate birthDate,
      @Nullable Instant registeredAt,
      List<Contact> contacts,
      List<Identifier> identifiers) {}

  record Contact(String type, String value) {}

  record Identifier(String source, String value) {}

  record Usage(
      long purchases,
      long returns,
      @Nullable Instant firstPurchaseAt,
      @Nullable Instant lastPurchaseAt) {}

  record Spending(String currency, BigDecimal spent, BigDecimal returned) {}

  record Favourite(String product, @Nullable String name, long quantity, long purchases) {}

  record Membership(
      UUID membershipId,
      UUID programId,
      String programName,
      String cardNumber,
      Instant openedAt,
      long active,
      long pending,
      long debt,
      @Nullable String tier,
      @Nullable Instant tierSince) {}

  record OpenCase(
      UUID caseId,
      String kind,
      @Nullable String channel,
      @Nullable String category,
      @Nullable String subject,
      String status,
      Instant openedAt,
      @Nullable Instant resolutionDueAt,
      boolean overdue) {}

  record Score(
      Instant asOf,
      @Nullable Instant lastPurchaseAt,
      long purchases,
      List<Revenue> revenue,
      @Nullable Integer recency,
      @Nullable Integer frequency,
      @Nullable Integer monetary) {}

  record Revenue(BigDecimal amount, String currency) {}
}
