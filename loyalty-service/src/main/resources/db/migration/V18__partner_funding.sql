-- Partners pay for a share of the points that purchases at them earn: a program has an account with
-- each, the sum of its postings like its other own accounts.
ALTER TABLE account ADD COLUMN partner text;
ALTER TABLE account DROP CONSTRAINT account_kind_check;
ALTER TABLE account ADD CONSTRAINT account_kind_check
  CHECK (kind IN ('MEMBER', 'ISSUE', 'RESERVATION', 'REDEMPTION', 'BREAKAGE', 'COMPENSATION',
                  'PROMOTION', 'TRANSFER', 'PARTNER_FUNDING'));
ALTER TABLE account ADD CONSTRAINT account_of_a_partner
  CHECK ((kind = 'PARTNER_FUNDING') = (partner IS NOT NULL));
DROP INDEX account_of_program;
CREATE UNIQUE INDEX account_of_program ON account (program_id, kind, coalesce(partner, ''))
  WHERE kind <> 'MEMBER';
