package io.github.langgan.loyalty.model.contact;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether somebody may be contacted, as customer-service judges it: the last word counts, by when
 * it was said; an objection stands until it is lifted (UU 27/2022, article 9 and 10; GDPR, article
 * 21(3)).
 */
final class ContactRules {

  private ContactRules() {}

  /**
   * @param said about this purpose and channel until that time, in any order
   */
  static boolean permit(Purpose purpose, List<ConsentAct> said, Instant at) {
    @Nullable ConsentAct objection = null;
    @Nullable ConsentAct consent = null;
    for (ConsentAct act : said) {
      if (!act.kind().isOfObjection()) {
        consent = act.overrules(consent) ? act : consent;
      } else if (act.overrules(objection)) {
        objection = act;
      }
    }
    if (objection != null && objection.kind() == ConsentAct.Kind.OBJECTED) {
      return false;
    }
    return !purpose.needsConsent()
        || consent != null
            && consent.kind() == ConsentAct.Kind.GRANTED
            && (consent.expiresAt() == null || at.isBefore(consent.expiresAt()));
  }
}
