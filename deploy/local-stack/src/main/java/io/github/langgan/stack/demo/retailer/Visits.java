package io.github.langgan.stack.demo.retailer;

import io.github.langgan.stack.demo.retailer.Happening.GivenBack;
import io.github.langgan.stack.demo.retailer.Happening.Naming;
import io.github.langgan.stack.demo.retailer.Happening.Purchase;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** All that somebody buys and brings back. What happens on a day depends on that day alone. */
record Visits(Edition edition, Demand demand) {

  private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
  private static final double GIVEN_BACK = 0.03;

  List<Happening> of(Shopper shopper) {
    List<Happening> all = new ArrayList<>();
    for (int i = 0; i < edition.days(); i++) {
      LocalDate day = edition.from().plusDays(i);
      double chance = demand.scale() * shopper.visitChance(day, demand.on(i));
      if (Draw.share(edition.seed(), "visit", shopper.number(), day.toEpochDay()) < chance) {
        visit(shopper, day, all);
      }
    }
    all.sort(Comparator.comparing(Happening::at).thenComparing(Happening::externalId));
    return all;
  }

  private void visit(Shopper shopper, LocalDate day, List<Happening> all) {
    Draw draw = Draw.of(edition.seed(), "basket", shopper.number(), day.toEpochDay());
    String channel = draw.chance(0.8) ? "STORE" : draw.chance(0.7) ? "ONLINE" : "APP";
    Purchase purchase =
        new Purchase(
            shopper,
            shopper.identifier() + "-" + DateTimeFormatter.BASIC_ISO_DATE.format(day),
            time(draw, day),
            channel,
            naming(draw, shopper, channel),
            Basket.draw(draw, day));
    all.add(purchase);
    givenBack(draw, purchase, day).ifPresent(all::add);
  }

  private Optional<Happening> givenBack(Draw draw, Purchase purchase, LocalDate day) {
    LocalDate later = day.plusDays(draw.between(1, 10));
    if (!draw.chance(GIVEN_BACK) || later.isAfter(edition.until())) {
      return Optional.empty();
    }
    BasketLine line = draw.one(purchase.lines());
    boolean known = purchase.naming() != Naming.NOBODY;
    boolean namesPurchase = !known || line.discount() > 0 || draw.chance(0.7);
    BasketLine piece =
        new BasketLine(
            line.product(),
            draw.between(1, line.quantity()),
            line.unitPrice(),
            line.unitCost(),
            line.discount());
    boolean all = namesPurchase && draw.chance(0.5);
    return Optional.of(new GivenBack(purchase, time(draw, later), namesPurchase, all, piece));
  }

  private static Naming naming(Draw draw, Shopper shopper, String channel) {
    int percent = draw.below(100);
    if (percent < 5 && !shopper.member()) {
      return Naming.NOBODY;
    }
    if (shopper.duplicate().isPresent()) {
      return percent < 35 ? Naming.DUPLICATE : Naming.IDENTIFIER;
    }
    return channel.equals("ONLINE") && shopper.person().email() != null
        ? Naming.EMAIL
        : Naming.IDENTIFIER;
  }

  private static Instant time(Draw draw, LocalDate day) {
    return day.atTime(draw.between(8, 20), draw.below(60), draw.below(60)).atZone(ZONE).toInstant();
  }
}
