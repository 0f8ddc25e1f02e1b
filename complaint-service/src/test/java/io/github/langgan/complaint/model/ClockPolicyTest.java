package io.github.langgan.complaint.model;

import static io.github.langgan.complaint.model.CaseKind.COMPLAINT;
import static io.github.langgan.complaint.model.CaseKind.INQUIRY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClockPolicyTest {

  private static final Map<CaseKind, Duration> BY_KIND =
      Map.of(COMPLAINT, Duration.ofDays(3), INQUIRY, Duration.ofDays(1));

  @Test
  void a_category_with_a_promise_of_its_own_goes_before_its_kind() {
    ClockPolicy policy =
        new ClockPolicy(BY_KIND, Map.of(COMPLAINT, Map.of("DELIVERY", Duration.ofHours(12))));
    assertThat(policy.resolutionWithin(COMPLAINT, "DELIVERY")).isEqualTo(Duration.ofHours(12));
    assertThat(policy.resolutionWithin(COMPLAINT, "delivery")).isEqualTo(Duration.ofHours(12));
    assertThat(policy.resolutionWithin(INQUIRY, "DELIVERY")).isEqualTo(Duration.ofDays(1));
    assertThat(policy.resolutionWithin(COMPLAINT, "BILLING")).isEqualTo(Duration.ofDays(3));
  }

  @Test
  void every_kind_needs_a_promise() {
    assertThatThrownBy(() -> new ClockPolicy(Map.of(INQUIRY, Duration.ofDays(1)), Map.of()))
        .hasMessageContaining("COMPLAINT");
  }

  @Test
  void a_promise_is_longer_than_nothing() {
    assertThatThrownBy(
            () -> new ClockPolicy(BY_KIND, Map.of(INQUIRY, Map.of("PRICE", Duration.ofHours(-1)))))
        .hasMessageContaining("PRICE");
  }
}
