package io.github.langgan.loyalty.program;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import io.github.langgan.chassis.money.Decimals;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.loyalty.model.Expiry;
import io.github.langgan.loyalty.model.PartnerShare;
import io.github.langgan.loyalty.model.Rounding;
import io.github.langgan.loyalty.model.Terms;
import io.github.langgan.loyalty.program.TermsRequest.ExpiryRequest;
import io.github.langgan.loyalty.program.TermsRequest.PartnerShareRequest;
import io.github.langgan.loyalty.program.TermsRequest.ValidityRequest;
import jakarta.inject.Singleton;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.Month;
import java.time.MonthDay;
import java.time.Period;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes terms of a request, or says with pointers what is wrong in it. */
@Singleton
class TermsCheck {

  private final RulesCheck rulesCheck;

  TermsCheck(RulesCheck rulesCheck) {
    this.rulesCheck = rulesCheck;
  }

  /** Throws a {@link Problem} for what no program can promise. */
  Terms terms(TermsRequest request, int version, Instant activeFrom) {
    return new Terms(
        version,
        activeFrom,
        requireNonNullElse(request.rounding(), Rounding.DOWN),
        expiry(request),
        requireNonNullElse(request.activationDays(), 0),
        pointCost(request.pointCost()),
        partnerShares(request.partnerShares()),
        rulesCheck.rules(request));
  }

  private static List<PartnerShare> partnerShares(@Nullable List<PartnerShareRequest> shares) {
    List<PartnerShare> checked = new ArrayList<>();
    Set<String> partners = new HashSet<>();
    for (PartnerShareRequest one : requireNonNullElse(shares, List.<PartnerShareRequest>of())) {
      String pointer = "/partnerShares/" + checked.size();
      if (!partners.add(one.partner())) {
        throw Problem.invalid(pointer + "/partner", "unique", "is the partner of another share");
      }
      checked.add(new PartnerShare(one.partner(), share(pointer + "/share", one.share())));
    }
    return checked;
  }

  private static BigDecimal share(String pointer, String text) {
    if (Decimals.isDecimal(text)) {
      BigDecimal share = Decimals.parse(text);
      if (share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0) {
        return share;
      }
    }
    throw Problem.invalid(
        pointer, "share", "must be a decimal number above 0, 1 at most, four decimals at most");
  }

  private static @Nullable BigDecimal pointCost(@Nullable String text) {
    if (text == null) {
      return null;
    }
    if (!Decimals.isDecimal(text) || text.startsWith("-")) {
      throw Problem.invalid(
          "/pointCost", "money", "must be a decimal number, none or more, four decimals at most");
    }
    return Decimals.parse(text);
  }

  private static @Nullable Expiry expiry(TermsRequest request) {
    @Nullable ValidityRequest validity = request.validity();
    @Nullable ExpiryRequest expiry = request.expiry();
    if (validity != null && expiry != null) {
      throw Problem.invalid("/validity", "validity", "must not stand beside expiry");
    }
    if (validity != null) {
      return Expiry.rolling(period("/validity", validity.months(), validity.days()));
    }
    return expiry == null ? null : expiry(expiry);
  }

  private static Expiry expiry(ExpiryRequest request) {
    boolean hasDate = request.month() != null || request.day() != null;
    boolean hasPeriod = request.period() != null || request.later() != null;
    boolean hasLength = request.months() != null || request.days() != null;
    return switch (request.kind()) {
      case ROLLING -> {
        refuse(hasDate || hasPeriod, "ROLLING names months or days");
        Period period = period("/expiry", request.months(), request.days());
        refuse(period.isZero(), "ROLLING names months or days");
        yield Expiry.rolling(period);
      }
      case INACTIVITY -> {
        refuse(hasDate || hasPeriod, "INACTIVITY names months or days");
        Period period = period("/expiry", request.months(), request.days());
        refuse(period.isZero(), "INACTIVITY names months or days");
        yield Expiry.onInactivity(period);
      }
      case FIXED -> {
        refuse(hasPeriod, "FIXED names month and day");
        yield Expiry.fixed(
            day(request),
            hasLength ? period("/expiry", request.months(), request.days()) : Period.ZERO);
      }
      case END_OF_PERIOD -> {
        refuse(hasDate || hasLength || request.period() == null, "END_OF_PERIOD names the period");
        yield Expiry.endOf(
            requireNonNull(request.period()), requireNonNullElse(request.later(), 0));
      }
    };
  }

  private static MonthDay day(ExpiryRequest request) {
    int month = requireNonNullElse(request.month(), 0);
    int day = requireNonNullElse(request.day(), 0);
    refuse(
        month == 0 || day == 0 || day > Month.of(month).maxLength(),
        "FIXED names a day of the year, by month and day");
    return MonthDay.of(month, day);
  }

  private static void refuse(boolean wrong, String rule) {
    if (wrong) {
      throw Problem.invalid("/expiry", "expiry", rule);
    }
  }

  private static Period period(String pointer, @Nullable Integer months, @Nullable Integer days) {
    if ((months == null) == (days == null)) {
      throw Problem.invalid(pointer, pointer.substring(1), "must name either months or days");
    }
    return months != null ? Period.ofMonths(months) : Period.ofDays(requireNonNull(days));
  }
}
