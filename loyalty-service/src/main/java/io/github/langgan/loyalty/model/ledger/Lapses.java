package io.github.langgan.loyalty.model.ledger;

import io.github.langgan.loyalty.model.sql.Columns;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Points that lapse live on with each day on which their member is active (docs/adr/0032). Their
 * time only ever moves forward, and what is over stays over. For accounts that are locked.
 */
@Singleton
class Lapses {

  private static final String REMEMBER =
      """
      UPDATE account a
         SET active_on = greatest(a.active_on, local_day(t.at, p.zone), '-infinity')
        FROM unnest(:accounts::uuid[], :times::timestamptz[]) AS t(account, at), program p
       WHERE a.id = t.account AND p.id = a.program_id
         AND (a.active_on IS NULL OR a.active_on < local_day(t.at, p.zone))
      RETURNING a.id
      """;

  private static final String POSTPONE =
      """
      UPDATE lot l SET expires_at = lapse_time(a.active_on, l.lapses_after, p.zone)
        FROM account a JOIN program p ON p.id = a.program_id
       WHERE a.id = ANY(:accounts) AND l.account_id = a.id AND l.remaining > 0
         AND l.lapses_after IS NOT NULL AND l.expires_at > :now
         AND l.expires_at < lapse_time(a.active_on, l.lapses_after, p.zone)
      """;

  private static final String REVIVE =
      """
      UPDATE lot l
         SET expires_at = greatest(l.expires_at,
                                   coalesce(r.until, lapse_time(a.active_on, l.lapses_after, p.zone)))
        FROM unnest(:lots::uuid[], :untils::timestamptz[]) AS r(lot, until), account a, program p
       WHERE l.id = r.lot AND l.remaining > 0 AND a.id = l.account_id AND p.id = a.program_id
      """;

  private static final String SHARE =
      """
      UPDATE account a SET active_on = shared.active_on
        FROM (SELECT max(active_on) AS active_on FROM account WHERE id = ANY(:accounts)) shared
       WHERE a.id = ANY(:accounts)
         AND (a.active_on IS NULL AND shared.active_on IS NOT NULL OR a.active_on < shared.active_on)
      """;

  private static final Set<EntryKind> SHARED = EnumSet.of(EntryKind.UNITED, EntryKind.DIVIDED);

  private final Jdbi jdbi;
  private final Clock clock;

  Lapses(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * @param isFirst the account had no lots that lapse
   */
  private record Act(UUID account, @Nullable Instant at, boolean isFirst) {}

  /** After the entries are written: what these accounts went through moves what lapses. */
  void postpone(Collection<MemberAccount> accounts) {
    List<MemberAccount> lapsing = accounts.stream().filter(MemberAccount::mayLapse).toList();
    if (lapsing.isEmpty()) {
      return;
    }
    jdbi.useHandle(
        handle -> {
          Set<UUID> changed = remember(handle, lapsing);
          lapsing.stream()
              .filter(one -> one.entries().stream().anyMatch(e -> SHARED.contains(e.kind())))
              .forEach(one -> changed.add(one.membership().accountId()));
          if (!changed.isEmpty()) {
            handle
                .createUpdate(POSTPONE)
                .bind("accounts", changed.toArray(UUID[]::new))
                .bind("now", clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
          }
          revive(
              handle, lapsing.stream().flatMap(one -> one.revived().entrySet().stream()).toList());
        });
  }

  /** While two are one customer, and from before, what one did counts for both. */
  void share(MemberAccount one, MemberAccount other) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(SHARE)
                .bind(
                    "accounts",
                    new UUID[] {one.membership().accountId(), other.membership().accountId()})
                .execute());
  }

  /** Answers the accounts whose last day of activity is another now. */
  private static Set<UUID> remember(Handle handle, List<MemberAccount> lapsing) {
    List<Act> acts =
        lapsing.stream()
            .map(
                one ->
                    new Act(one.membership().accountId(), lastActivity(one), !one.hadLapsingLots()))
            .filter(act -> act.at() != null || act.isFirst())
            .toList();
    return acts.isEmpty()
        ? new HashSet<>()
        : new HashSet<>(
            handle
                .createQuery(REMEMBER)
                .bindMap(
                    new Columns<>(acts)
                        .uuids("accounts", Act::account)
                        .times("times", Act::at)
                        .arrays())
                .mapTo(UUID.class)
                .list());
  }

  private static @Nullable Instant lastActivity(MemberAccount account) {
    return account.entries().stream()
        .filter(entry -> EntryKind.ACTIVITIES.contains(entry.kind()))
        .map(Entry::at)
        .max(Comparator.naturalOrder())
        .orElse(null);
  }

  private static void revive(Handle handle, List<Map.Entry<UUID, @Nullable Instant>> lots) {
    if (lots.isEmpty()) {
      return;
    }
    handle
        .createUpdate(REVIVE)
        .bindMap(
            new Columns<>(lots)
                .uuids("lots", Map.Entry::getKey)
                .times("untils", Map.Entry::getValue)
                .arrays())
        .execute();
  }
}
