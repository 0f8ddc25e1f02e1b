package io.github.langgan.stack.demo.retailer;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A retailer with its customers; pure, and the same for the same edition. */
public final class Retailer {

  private final Edition edition;
  private final List<Shopper> shoppers;
  private final Visits visits;
  private final Shopper heroine;

  public Retailer(Edition edition) {
    this.edition = edition;
    this.shoppers =
        IntStream.rangeClosed(1, edition.customers())
            .mapToObj(number -> Shopper.draw(edition, number))
            .toList();
    this.visits = new Visits(edition, Demand.of(edition, shoppers));
    this.heroine =
        shoppers.stream()
            .filter(shopper -> shopper.habit() == Habit.LOYAL && shopper.duplicate().isEmpty())
            .filter(shopper -> shopper.person().email() != null)
            .findFirst()
            .orElseGet(shoppers::getFirst);
  }

  public Edition edition() {
    return edition;
  }

  public List<Shopper> shoppers() {
    return shoppers;
  }

  /** Whose story is told: somebody loyal, with a complaint that ended well. */
  public Shopper heroine() {
    return heroine;
  }

  /** In the order of time. */
  public List<Happening> happeningsOf(Shopper shopper) {
    return visits.of(shopper);
  }

  /** Each customer's in the order of time. */
  public Stream<Happening> happenings() {
    return shoppers.stream().flatMap(shopper -> visits.of(shopper).stream());
  }

  public Optional<Complaint> complaintOf(Shopper shopper) {
    return Complaint.of(edition.seed(), shopper, shopper.equals(heroine));
  }
}
