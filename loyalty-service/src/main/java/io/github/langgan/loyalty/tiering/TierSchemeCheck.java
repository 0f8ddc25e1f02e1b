package io.github.langgan.loyalty.tiering;

import static java.util.Objects.requireNonNullElse;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.tier.Basis;
import io.github.langgan.loyalty.model.tier.Downgrade;
import io.github.langgan.loyalty.model.tier.FreezeReason;
import io.github.langgan.loyalty.model.tier.Level;
import io.github.langgan.loyalty.model.tier.TierPeriod;
import io.github.langgan.loyalty.model.tier.TierScheme;
import io.github.langgan.loyalty.model.tier.Validity;
import io.github.langgan.loyalty.tiering.WriteTierSchemeRequest.DowngradeRequest;
import io.github.langgan.loyalty.tiering.WriteTierSchemeRequest.LevelRequest;
import io.github.langgan.loyalty.tiering.WriteTierSchemeRequest.PeriodRequest;
import io.github.langgan.loyalty.tiering.WriteTierSchemeRequest.ValidityRequest;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes a scheme of a request, or says with pointers what is wrong in it. */
final class TierSchemeCheck {

  private TierSchemeCheck() {}

  /** Throws a {@link Problem} for what no program can have. */
  static TierScheme scheme(WriteTierSchemeRequest request, int version, Instant effectiveFrom) {
    Basis basis = request.basis();
    @Nullable TierPeriod period = period(basis, request.period());
    boolean compensations = requireNonNullElse(request.compensations(), false);
    if (compensations && basis != Basis.POINTS) {
      throw Problem.invalid("/compensations", "compensations", "only POINTS may count them");
    }
    return new TierScheme(
        version,
        effectiveFrom,
        basis,
        period,
        compensations,
        levels(request.levels()),
        validity(period, request.validity()),
        downgrade(request.downgrade()),
        request.freezes() == null ? Set.of(FreezeReason.values()) : Set.copyOf(request.freezes()));
  }

  private static @Nullable TierPeriod period(Basis basis, @Nullable PeriodRequest request) {
    if ((request == null) != (basis == Basis.BALANCE)) {
      throw Problem.invalid(
          "/period", "period", "POINTS and SPEND count in a period, BALANCE does not");
    }
    if (request == null) {
      return null;
    }
    if ((request.kind() == TierPeriod.Kind.ROLLING) != (request.days() != null)) {
      throw Problem.invalid("/period/days", "period", "stands with ROLLING, and only there");
    }
    return new TierPeriod(request.kind(), request.days());
  }

  private static List<Level> levels(List<LevelRequest> requests) {
    List<Level> levels = new ArrayList<>();
    for (LevelRequest request : requests) {
      String pointer = "/levels/" + levels.size();
      BigDecimal from = new BigDecimal(request.from());
      if (levels.isEmpty() ? from.signum() != 0 : isNotAbove(from, levels.getLast())) {
        throw Problem.invalid(
            pointer + "/from", "ascending", "the first level is from 0, each next one from more");
      }
      if (levels.stream().anyMatch(level -> level.code().equals(request.code()))) {
        throw Problem.invalid(pointer + "/code", "duplicate", "is another level's code");
      }
      levels.add(new Level(request.code(), request.name(), from));
    }
    return levels;
  }

  private static boolean isNotAbove(BigDecimal from, Level below) {
    return from.compareTo(below.from()) <= 0;
  }

  private static Validity validity(@Nullable TierPeriod period, ValidityRequest request) {
    boolean hasYears = period != null && period.kind() != TierPeriod.Kind.ROLLING;
    if ((request.periods() == null) == (request.days() == null)) {
      throw Problem.invalid("/validity", "validity", "must name either periods or days");
    }
    if (request.periods() != null && !hasYears) {
      throw Problem.invalid(
          "/validity/periods", "validity", "only years end: ROLLING and BALANCE name days");
    }
    return new Validity(request.periods(), request.days());
  }

  private static Downgrade downgrade(@Nullable DowngradeRequest request) {
    return request == null
        ? new Downgrade(0, Downgrade.Steps.TO_QUALIFIED, Downgrade.Returns.AT_ONCE)
        : new Downgrade(
            requireNonNullElse(request.graceDays(), 0),
            requireNonNullElse(request.steps(), Downgrade.Steps.TO_QUALIFIED),
            requireNonNullElse(request.returns(), Downgrade.Returns.AT_ONCE));
  }
}
