package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.Balance;
import io.github.langgan.loyalty.model.CustomerId;
import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.ProgramId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that happened to a member's points; never changed once written.
 *
 * @param customer the record that the membership came for
 * @param cameFor the record that the occasion came for
 * @param shortfall what a return should have taken and could not, the points being spent
 * @param debt points that the member owes more by it; paid: negative
 * @param postings sum to zero; none when no points moved
 * @param balanceAfter of the member's account
 */
public record Entry(
    UUID id,
    EntryKind kind,
    MembershipId membership,
    CustomerId customer,
    CustomerId cameFor,
    ProgramId program,
    Instant at,
    Occasion occasion,
    @Nullable Integer ruleVersion,
    long shortfall,
    long debt,
    @Nullable Unearned note,
    List<Posting> postings,
    Balance balanceAfter) {

  public Entry {
    postings = List.copyOf(postings);
  }

  /** Null when the occasion came for the record that the membership came for. */
  public @Nullable CustomerId otherRecord() {
    return cameFor.equals(customer) ? null : cameFor;
  }

  /** Not all do: what comes back may have been spent, and a partner may still get its share. */
  boolean movesMembersPoints() {
    return postings.stream().anyMatch(posting -> posting.lotId() != null);
  }

  /** What the member's account gained (or lost: negative). */
  public long points() {
    return postings.stream().filter(p -> p.lotId() != null).mapToLong(Posting::points).sum();
  }
}
