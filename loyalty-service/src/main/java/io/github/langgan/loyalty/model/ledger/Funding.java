package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.PartnerShare;
import io.github.langgan.loyalty.model.ProgramId;
import io.github.langgan.loyalty.model.Terms;
import java.util.List;
import java.util.UUID;

/**
 * What a partner pays for of an entry's points, in the place of the program (docs/adr/0033).
 *
 * @param accountId the partner's with the program
 * @param points that it pays for beside what it did; gets back: negative
 */
public record Funding(UUID accountId, long points) {

  /**
   * When a purchase that stood for some points stands for others: the partner pays its share of
   * what stands, by whichever steps that came about.
   *
   * @param terms that the purchase earned by
   * @return at most one
   */
  public static List<Funding> of(
      ProgramId program, Terms terms, String partner, long before, long after) {
    return terms
        .shareOf(partner)
        .map(share -> new Funding(accountOf(program, share), share.of(after) - share.of(before)))
        .filter(one -> one.points() != 0)
        .stream()
        .toList();
  }

  public static UUID accountOf(ProgramId program, PartnerShare share) {
    return AccountKind.PARTNER_FUNDING.idFor(program, share.partner());
  }
}
