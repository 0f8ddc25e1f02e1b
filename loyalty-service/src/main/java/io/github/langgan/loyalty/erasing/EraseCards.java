package io.github.langgan.loyalty.erasing;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.alias.Aliases;
import io.github.langgan.chassis.duework.DueItem;
import io.github.langgan.chassis.duework.DueWorkHandler;
import io.github.langgan.chassis.erasure.ErasedAnswers;
import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.outbox.Outbox;
import io.github.langgan.loyalty.contract.ErasureReceiptedV1;
import io.github.langgan.loyalty.contract.ErasureReceiptedV1.RetainedV1;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Takes away the cards, by which tills know a customer and without which no membership is found,
 * and its vouchers, and receipts it. The ledger is not touched.
 */
@Singleton
class EraseCards implements DueWorkHandler {

  static final String KIND = "erase-cards";

  /** Documents of the company are kept for ten years from the end of its financial year. */
  private static final String DOCUMENTS = "UU 8/1997, article 11: documents of the company";

  private static final int YEARS = 10;

  /** What came for one of the subjects, whosever it is by now. */
  private static final String ERASE =
      """
      WITH theirs AS (
        SELECT id FROM membership
         WHERE customer_id = ANY(:owners) AND coalesce(came_for, customer_id) = ANY(:subjects)
      ), gone AS (
        DELETE FROM card c USING theirs m WHERE c.membership_id = m.id RETURNING 1
      )
      SELECT (SELECT count(*) FROM gone) AS cards, count(e.id) AS entries, max(e.at) AS newest
        FROM theirs m JOIN entry e ON e.membership_id = m.id
      """;

  private final Aliases aliases;
  private final ErasedAnswers answers;
  private final EraseVouchers eraseVouchers;
  private final Jdbi jdbi;
  private final Outbox outbox;
  private final Clock clock;

  EraseCards(
      Aliases aliases,
      ErasedAnswers answers,
      EraseVouchers eraseVouchers,
      Jdbi jdbi,
      Outbox outbox,
      Clock clock) {
    this.eraseVouchers = eraseVouchers;
    this.aliases = aliases;
    this.answers = answers;
    this.jdbi = jdbi;
    this.outbox = outbox;
    this.clock = clock;
  }

  private record Done(long cards, long entries, @Nullable Instant newest) {

    Stream<RetainedV1> retained() {
      return document("ledgerEntries", entries, newest);
    }
  }

  private static Stream<RetainedV1> document(String what, long count, @Nullable Instant newest) {
    return newest == null
        ? Stream.empty()
        : Stream.of(
            new RetainedV1(
                what,
                count,
                DOCUMENTS,
                LocalDate.of(
                    newest.atOffset(ZoneOffset.UTC).getYear() + YEARS, Month.DECEMBER, 31)));
  }

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public void run(List<DueItem> items) {
    items.forEach(item -> run(EventJson.read(item.payload().getBytes(UTF_8), Erasure.class)));
  }

  private void run(Erasure erasure) {
    long replaced = answers.replace(erasure.subjects());
    Set<UUID> owners = aliases.owners(erasure.subjects());
    Done done =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(ERASE)
                    .bind("owners", owners.toArray(UUID[]::new))
                    .bind("subjects", erasure.ids())
                    .mapTo(Done.class)
                    .one());
    Instant now = clock.instant();
    EraseVouchers.Done vouchers = eraseVouchers.erase(erasure, owners, now);
    outbox.append(
        new ErasureReceiptedV1(
            erasure.requestId(),
            erasure.customerId(),
            now,
            Map.of("cards", done.cards(), "vouchers", vouchers.vouchers(), "answers", replaced),
            Stream.concat(
                    done.retained(),
                    document("voucherOrders", vouchers.orders(), vouchers.newest()))
                .toList()));
  }
}
