package io.github.langgan.customer.model.consent;

import java.time.Instant;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * What customers are contacted for.
 *
 * @param code how it is called for good, e.g. {@code NEWSLETTER}
 * @param validMonths after which a consent has to be given again; null when it holds until it is
 *     withdrawn
 * @param retiredAt since when nobody is contacted for it any more
 */
public record Purpose(
    String code,
    String title,
    LawfulBasis lawfulBasis,
    @Nullable Integer validMonths,
    Instant introducedAt,
    @Nullable Instant retiredAt) {

  public boolean isRetiredAt(Instant at) {
    return retiredAt != null && !at.isBefore(retiredAt);
  }

  public @Nullable Instant endOfConsent(Instant givenAt) {
    return validMonths == null
        ? null
        : givenAt.atOffset(ZoneOffset.UTC).plusMonths(validMonths).toInstant();
  }
}
