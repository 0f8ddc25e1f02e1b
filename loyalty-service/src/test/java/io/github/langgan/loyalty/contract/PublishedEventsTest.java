package io.github.langgan.loyalty.contract;

import io.github.langgan.chassis.testing.PublishedEventsContract;
import java.util.Map;

class PublishedEventsTest extends PublishedEventsContract {

  PublishedEventsTest() {
    super(
        "loyalty",
        Map.of(
            "membership.opened", MembershipOpenedV1.class,
            "points.compensated", PointsCompensatedV1.class,
            "points.compensation-refused", PointsCompensationRefusedV1.class,
            "points.earned", PointsEarnedV1.class,
            "points.expired", PointsExpiredV1.class,
            "points.redeemed", PointsRedeemedV1.class,
            "points.redemption-reversed", PointsRedemptionReversedV1.class,
            "points.reversed", PointsReversedV1.class));
  }
}
