package io.github.langgan.customer.model.consent;

import io.github.langgan.customer.model.consent.Verdict.Reason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may be contacted. The last word of the customer counts, by when it was said, not by when we
 * heard of it. An objection stands until it is lifted: a consent doesn't overrule it (UU 27/2022,
 * article 9 and 10; GDPR, article 21(3)).
 */
public final class ContactRules {

  private ContactRules() {}

  /**
   * @param hindrance what stands in the way at that time, whatever the customer said; null when
   *     nothing does
   */
  public static Verdict judge(
      Purpose purpose,
      ContactChannel channel,
      Instant at,
      List<ConsentAct> said,
      @Nullable Hindrance hindrance) {
    if (hindrance == Hindrance.DEATH) {
      return Verdict.no(Reason.DECEASED, null);
    }
    Verdict verdict = judge(purpose, channel, at, said);
    return hindrance == Hindrance.RESTRICTION
            && verdict.permitted()
            && purpose.lawfulBasis().yieldsToRestriction()
        ? Verdict.no(Reason.RESTRICTED, null)
        : verdict;
  }

  /**
   * @param said by the customer, in any order; later words than at that time don't count
   */
  public static Verdict judge(
      Purpose purpose, ContactChannel channel, Instant at, List<ConsentAct> said) {
    if (purpose.isRetiredAt(at)) {
      return Verdict.no(Reason.PURPOSE_RETIRED, null);
    }
    @Nullable ConsentAct objection = null;
    @Nullable ConsentAct consent = null;
    for (ConsentAct act : said) {
      if (act.isAbout(purpose.code(), channel) && !act.effectiveAt().isAfter(at)) {
        if (!act.kind().isOfObjection()) {
          consent = act.overrules(consent) ? act : consent;
        } else if (act.overrules(objection)) {
          objection = act;
        }
      }
    }
    if (objection != null
        && objection.kind() == ActKind.OBJECTED
        && purpose.lawfulBasis().yieldsToObjection()) {
      return Verdict.no(Reason.OBJECTED, objection);
    }
    return purpose.lawfulBasis() == LawfulBasis.CONSENT
        ? byConsent(consent, at)
        : Verdict.yes(Reason.LAWFUL_WITHOUT_CONSENT, null);
  }

  private static Verdict byConsent(@Nullable ConsentAct consent, Instant at) {
    if (consent == null) {
      return Verdict.no(Reason.NO_CONSENT, null);
    }
    if (consent.kind() == ActKind.WITHDRAWN) {
      return Verdict.no(Reason.CONSENT_WITHDRAWN, consent);
    }
    Instant end = consent.expiresAt();
    return end == null || at.isBefore(end)
        ? Verdict.yes(Reason.CONSENT_GRANTED, consent)
        : Verdict.no(Reason.CONSENT_EXPIRED, consent);
  }
}
