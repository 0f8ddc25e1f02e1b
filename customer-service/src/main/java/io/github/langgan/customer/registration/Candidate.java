package io.github.langgan.customer.registration;

import io.github.langgan.customer.model.Confidence;
import io.github.langgan.customer.model.Customer;
import io.github.langgan.customer.model.Particulars;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.ReplayKey;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A registration on its way to become a customer.
 *
 * @param index its place among the registrations
 */
record Candidate(int index, Customer customer, Registrant by, Optional<ReplayKey> replayKey) {

  Particulars said() {
    return customer.particulars();
  }

  @Nullable LocalDate birthDate() {
    return said().birthDate() == null ? null : said().birthDate().value();
  }

  @Nullable String occupation() {
    return said().occupation() == null ? null : said().occupation().value();
  }

  @Nullable String language() {
    return said().language() == null ? null : said().language().tag();
  }

  @Nullable BigDecimal confidence() {
    Confidence stated = customer.source().confidence();
    return stated == null ? null : stated.value();
  }

  @Nullable UUID replayKeyValue() {
    return replayKey.map(ReplayKey::value).orElse(null);
  }
}
