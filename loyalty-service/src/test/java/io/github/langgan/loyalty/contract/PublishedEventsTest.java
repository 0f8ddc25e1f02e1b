package io.github.langgan.loyalty.contract;

import static java.util.Map.entry;

import io.github.langgan.chassis.disclosure.AccessPreparedV1;
import io.github.langgan.chassis.testing.PublishedEventsContract;
import java.util.Map;

class PublishedEventsTest extends PublishedEventsContract {

  PublishedEventsTest() {
    super(
        "loyalty",
        Map.ofEntries(
            entry("access.prepared", AccessPreparedV1.class),
            entry("card.activated", CardActivatedV1.class),
            entry("card.blocked", CardBlockedV1.class),
            entry("card.expired", CardExpiredV1.class),
            entry("card.issued", CardIssuedV1.class),
            entry("card.replaced", CardReplacedV1.class),
            entry("card.unblocked", CardUnblockedV1.class),
            entry("erasure.receipted", ErasureReceiptedV1.class),
            entry("membership.opened", MembershipOpenedV1.class),
            entry("membership.united", MembershipUnitedV1.class),
            entry("membership.divided", MembershipDividedV1.class),
            entry("merge.applied", MergeAppliedV1.class),
            entry("merge.undone", MergeUndoneV1.class),
            entry("merge.previewed", MergePreviewedV1.class),
            entry("offer.accepted", OfferChangedV1.class),
            entry("offer.declined", OfferChangedV1.class),
            entry("offer.expired", OfferChangedV1.class),
            entry("offer.extended", OfferExtendedV1.class),
            entry("offer.seen", OfferChangedV1.class),
            entry("offer.withdrawn", OfferChangedV1.class),
            entry("points.compensated", PointsCompensatedV1.class),
            entry("points.compensation-refused", PointsCompensationRefusedV1.class),
            entry("points.divided", PointsDividedV1.class),
            entry("points.earned", PointsEarnedV1.class),
            entry("points.expired", PointsExpiredV1.class),
            entry("points.granted", PointsGrantedV1.class),
            entry("points.redeemed", PointsRedeemedV1.class),
            entry("points.redemption-reversed", PointsRedemptionReversedV1.class),
            entry("points.debt-paid", PointsDebtPaidV1.class),
            entry("points.released", PointsReleasedV1.class),
            entry("points.reserved", PointsReservedV1.class),
            entry("points.reversed", PointsReversedV1.class),
            entry("points.transferred", PointsTransferredV1.class),
            entry("points.united", PointsUnitedV1.class),
            entry("pool.invited", PoolChangedV1.class),
            entry("pool.joined", PoolChangedV1.class),
            entry("pool.left", PoolChangedV1.class),
            entry("tier.changed", TierChangedV1.class),
            entry("voucher.issued", VoucherIssuedV1.class),
            entry("voucher.redeemed", VoucherRedeemedV1.class),
            entry("voucher.reduced", VoucherReducedV1.class),
            entry("voucher.restored", VoucherRestoredV1.class)));
  }
}
