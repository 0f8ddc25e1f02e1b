package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.loyalty.model.CustomerId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lets points go from one account to another of the same program, both under lock. They keep their
 * purchase and their expiry. United points make new lots; divided ones return to the lots that they
 * once came from, as far as they came from there.
 */
@Singleton
public class Transfers {

  private final Lots lots;
  private final Lineage lineage;
  private final Lapses lapses;
  private final Aliases aliases;

  Transfers(Lots lots, Lineage lineage, Lapses lapses, Aliases aliases) {
    this.lapses = lapses;
    this.lots = lots;
    this.lineage = lineage;
    this.aliases = aliases;
  }

  public record Transfer(Entry left, Entry came) {}

  /** All that is left of the lots of an account, in its hands too. */
  public List<Lot> left(MemberAccount account) {
    List<Lot> left = lots.left(account.membership().accountId());
    left.forEach(account::add);
    return left;
  }

  /**
   * Between accounts of one customer, or of one that was.
   *
   * @param shares of lots that are in the hands of {@code from}
   */
  public Transfer move(
      EntryKind kind,
      MemberAccount from,
      MemberAccount to,
      List<Share> shares,
      Occasion occasion,
      Instant at) {
    Map<UUID, Lot> homes =
        kind == EntryKind.UNITED || shares.isEmpty()
            ? Map.of()
            : lineage.originsOn(
                to.membership().accountId(), shares.stream().map(Share::lotId).toList());
    lapses.share(from, to);
    List<Lot> sources = shares.stream().map(share -> from.lot(share.lotId())).toList();
    Map<UUID, UUID> meanings =
        aliases.resolve(sources.stream().map(lot -> record(lot, from).value()).toList());
    List<Incoming> incoming =
        shares.stream()
            .map(
                share -> {
                  Lot source = from.lot(share.lotId());
                  CustomerId record = record(source, from);
                  UUID means = meanings.get(record.value());
                  return new Incoming(
                      source,
                      share.points(),
                      homes.get(source.id()),
                      to.membership().customer().value().equals(means) ? record : null);
                })
            .toList();
    return new Transfer(
        from.handOver(kind, shares, occasion, at), to.receive(kind, incoming, occasion, at));
  }

  /**
   * Gives points that can be spent, those that expire soonest first; they make new lots. Throws
   * when there are fewer: ask {@link MemberAccount#spendable} before.
   *
   * @param received its record is the one that the points come for
   */
  public Transfer give(
      MemberAccount from,
      MemberAccount to,
      long points,
      Occasion given,
      Occasion received,
      Instant at) {
    Entry left = from.give(points, given, at);
    List<Incoming> incoming =
        left.postings().stream()
            .filter(posting -> posting.lotId() != null)
            .map(
                posting ->
                    new Incoming(
                        from.lot(posting.lotId()), -posting.points(), null, received.cameFor()))
            .toList();
    return new Transfer(left, to.receive(EntryKind.TRANSFERRED, incoming, received, at));
  }

  /** What is owed for some records goes too. */
  public void moveDebt(
      MemberAccount from,
      MemberAccount to,
      Predicate<CustomerId> whose,
      Occasion merge,
      Instant at) {
    from.moveDebt(to, whose, merge, at);
  }

  private static CustomerId record(Lot lot, MemberAccount account) {
    @Nullable CustomerId cameFor = lot.cameFor();
    return cameFor == null ? account.membership().cameFor() : cameFor;
  }
}
