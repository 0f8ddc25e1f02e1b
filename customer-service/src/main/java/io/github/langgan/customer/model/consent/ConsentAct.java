package io.github.langgan.customer.model.consent;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a customer said of being contacted. Never changed: who thinks otherwise says so, too.
 *
 * @param purpose null for every purpose
 * @param channels empty for every channel
 * @param text what the customer was shown; null when nothing was
 * @param effectiveAt when the customer said it
 * @param expiresAt of a grant; null when it holds until it is withdrawn
 * @param recordedAt when we heard of it
 */
public record ConsentAct(
    UUID id,
    UUID customerId,
    ActKind kind,
    @Nullable String purpose,
    List<ContactChannel> channels,
    @Nullable ShownText text,
    Instant effectiveAt,
    @Nullable Instant expiresAt,
    Instant recordedAt,
    Proof proof,
    @Nullable String reason,
    ActReporter reporter) {

  public record ShownText(int version, String language) {}

  /**
   * By what it can be shown that the customer said it.
   *
   * @param method e.g. {@code WEB_FORM}
   * @param reference where it is kept: the number of a form, of a recording
   */
  public record Proof(String method, @Nullable String reference) {}

  public boolean isAbout(String asked, ContactChannel channel) {
    return (purpose == null || purpose.equals(asked))
        && (channels.isEmpty() || channels.contains(channel));
  }

  /** Whether it counts rather than another of the same moment, or of an earlier one. */
  public boolean overrules(@Nullable ConsentAct other) {
    if (other == null || effectiveAt.isAfter(other.effectiveAt)) {
      return true;
    }
    return effectiveAt.equals(other.effectiveAt) && (kind.restricts() || !other.kind.restricts());
  }
}
