package io.github.langgan.complaint.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.complaint.model.Change.Changed;
import io.github.langgan.complaint.model.Change.Illegal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class CaseTest {

  private static final Instant OPENED = Instant.parse("2026-01-12T03:15:00Z");
  private static final UUID RECORD = UuidV7.next();
  private static final Duration PROMISE = Duration.ofDays(3);
  private static final Instant DUE = OPENED.plus(PROMISE);
  private static final Instant NEXT_DAY = OPENED.plus(Duration.ofDays(1));

  @Test
  void an_opened_case_has_a_running_clock() {
    Case opened = aComplaint();
    assertThat(opened.status()).isEqualTo(CaseStatus.OPEN);
    assertThat(opened.clock()).isEqualTo(new ResolutionClock(DUE, null, null));
  }

  @Test
  void a_case_goes_from_acknowledged_to_resolved_to_closed() {
    Changed acknowledged = changed(aComplaint().acknowledge(NEXT_DAY));
    Changed resolved = changed(acknowledged.after().resolve("sent anew", null, NEXT_DAY));
    Changed closed = changed(resolved.after().close(DUE));
    assertThat(closed.after().status()).isEqualTo(CaseStatus.CLOSED);
    assertThat(closed.after().progress())
        .isEqualTo(
            new Progress(
                CaseStatus.CLOSED, OPENED, NEXT_DAY, new Resolution("sent anew", NEXT_DAY), DUE));
    assertThat(closed.events())
        .containsExactly(
            new CaseEvent.Closed(closed.after().id(), closed.after().owner().cameFor(), DUE));
  }

  @Test
  void a_case_may_be_resolved_without_having_been_acknowledged() {
    assertThat(changed(aComplaint().resolve("explained", null, NEXT_DAY)).after().status())
        .isEqualTo(CaseStatus.RESOLVED);
  }

  @Test
  void every_other_change_of_state_is_illegal_and_names_the_state() {
    Case opened = aComplaint();
    Case acknowledged = changed(opened.acknowledge(NEXT_DAY)).after();
    Case resolved = changed(opened.resolve("explained", null, NEXT_DAY)).after();
    Case closed = changed(resolved.close(NEXT_DAY)).after();
    assertThat(opened.close(NEXT_DAY)).isEqualTo(new Illegal(CaseStatus.OPEN));
    assertThat(acknowledged.acknowledge(NEXT_DAY)).isEqualTo(new Illegal(CaseStatus.ACKNOWLEDGED));
    assertThat(acknowledged.close(NEXT_DAY)).isEqualTo(new Illegal(CaseStatus.ACKNOWLEDGED));
    for (Case finished : List.of(resolved, closed)) {
      Illegal illegal = new Illegal(finished.status());
      assertThat(finished.acknowledge(NEXT_DAY)).isEqualTo(illegal);
      assertThat(finished.resolve("again", new Points(1), NEXT_DAY)).isEqualTo(illegal);
    }
    assertThat(closed.close(NEXT_DAY)).isEqualTo(new Illegal(CaseStatus.CLOSED));
  }

  @Test
  void resolving_in_time_meets_the_clock() {
    Case resolved = changed(aComplaint().resolve("explained", null, NEXT_DAY)).after();
    assertThat(resolved.clock()).isEqualTo(new ResolutionClock(DUE, NEXT_DAY, null));
    assertThat(resolved.breachClock(DUE.plusSeconds(1))).isEmpty();
  }

  @Test
  void a_clock_is_breached_once_at_the_instant_that_it_is_due() {
    Case opened = aComplaint();
    assertThat(opened.breachClock(DUE.minusMillis(1))).isEmpty();
    Changed breached = opened.breachClock(DUE).orElseThrow();
    assertThat(breached.events())
        .containsExactly(
            new CaseEvent.ClockBreached(opened.id(), opened.owner().cameFor(), DUE, DUE));
    assertThat(breached.after().breachClock(DUE.plusSeconds(1))).isEmpty();
  }

  @Test
  void resolving_too_late_breaches_the_clock_that_nobody_noticed() {
    Instant late = DUE.plusSeconds(5);
    Changed resolved = changed(aComplaint().resolve("at last", null, late));
    assertThat(resolved.after().clock()).isEqualTo(new ResolutionClock(DUE, null, late));
    assertThat(resolved.events())
        .hasExactlyElementsOfTypes(CaseEvent.ClockBreached.class, CaseEvent.Resolved.class);
  }

  @Test
  void resolving_after_a_breach_leaves_the_breach_as_it_was() {
    Case breached = aComplaint().breachClock(DUE).orElseThrow().after();
    Changed resolved = changed(breached.resolve("at last", null, DUE.plusSeconds(5)));
    assertThat(resolved.after().clock()).isEqualTo(new ResolutionClock(DUE, null, DUE));
    assertThat(resolved.events()).hasExactlyElementsOfTypes(CaseEvent.Resolved.class);
  }

  @Test
  void a_case_is_closed_as_it_is_and_its_clock_stops_without_being_met() {
    Changed closed = aComplaint().closeAsItIs(NEXT_DAY).orElseThrow();
    assertThat(closed.after().progress())
        .isEqualTo(new Progress(CaseStatus.CLOSED, OPENED, null, null, NEXT_DAY));
    assertThat(closed.after().clock()).isEqualTo(new ResolutionClock(DUE, null, null));
    assertThat(closed.events()).hasExactlyElementsOfTypes(CaseEvent.Closed.class);
    assertThat(closed.after().breachClock(DUE.plusSeconds(1))).isEmpty();
    assertThat(closed.after().closeAsItIs(DUE)).isEmpty();
    assertThat(closed.after().resolve("at last", null, DUE))
        .isEqualTo(new Illegal(CaseStatus.CLOSED));
  }

  @Test
  void closing_as_it_is_too_late_breaches_the_clock_that_nobody_noticed() {
    Changed closed = aComplaint().closeAsItIs(DUE).orElseThrow();
    assertThat(closed.after().clock()).isEqualTo(new ResolutionClock(DUE, null, DUE));
    assertThat(closed.events())
        .hasExactlyElementsOfTypes(CaseEvent.ClockBreached.class, CaseEvent.Closed.class);
  }

  @Test
  void closing_as_it_is_keeps_an_answer() {
    Case resolved = changed(aComplaint().resolve("explained", null, NEXT_DAY)).after();
    Case closed = resolved.closeAsItIs(DUE).orElseThrow().after();
    assertThat(closed.progress().resolution()).isEqualTo(resolved.progress().resolution());
    assertThat(closed.clock()).isEqualTo(new ResolutionClock(DUE, NEXT_DAY, null));
  }

  @Test
  void points_are_promised_with_the_resolution() {
    Changed resolved = changed(aComplaint().resolve("sorry", new Points(500), NEXT_DAY));
    Compensation compensation = resolved.after().compensation();
    assertThat(compensation).isNotNull();
    assertThat(compensation.points()).isEqualTo(new Points(500));
    assertThat(compensation.state()).isEqualTo(CompensationState.PROMISED);
    assertThat(resolved.events())
        .hasExactlyElementsOfTypes(CaseEvent.Resolved.class, CaseEvent.CompensationPromised.class);
  }

  private static Case aComplaint() {
    return Case.open(
            new CaseId(UuidV7.next()),
            Owner.stored(UuidV7.next(), RECORD),
            new Matter(CaseKind.COMPLAINT, "PHONE", "DELIVERY", "The parcel came late", null),
            DUE,
            OPENED)
        .after();
  }

  private static Changed changed(Change change) {
    assertThat(change).isInstanceOf(Changed.class);
    return (Changed) change;
  }
}
