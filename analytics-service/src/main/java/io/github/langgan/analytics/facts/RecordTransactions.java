package io.github.langgan.analytics.facts;

import io.github.langgan.analytics.model.CustomerId;
import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Adds transactions to the facts, and what they change to the summaries, in one statement. A
 * transaction that is known already changes nothing, unless it is said later whose it is.
 */
@Singleton
public class RecordTransactions {

  private final Jdbi jdbi;
  private final RecountCustomers recount;

  RecordTransactions(Jdbi jdbi, RecountCustomers recount) {
    this.jdbi = jdbi;
    this.recount = recount;
  }

  /** Answers the customers that lost a transaction to another; those who gained one are known. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Set<CustomerId> record(Collection<TransactionFact> reported) {
    Map<UUID, TransactionFact> distinct = new LinkedHashMap<>();
    reported.forEach(fact -> distinct.merge(fact.transactionId(), fact, TransactionFact::latest));
    Set<CustomerId> losers = new TreeSet<>(java.util.Comparator.comparing(CustomerId::value));
    upsert(distinct.values()).forEach(id -> losers.add(new CustomerId(id)));
    recount.fromFacts(losers);
    return losers;
  }

  private record Line(UUID transactionId, LineFact fact) {
    @Nullable UUID returnOfTransaction() {
      return fact.returnOf() == null ? null : fact.returnOf().transactionId();
    }

    @Nullable Integer returnOfLine() {
      return fact.returnOf() == null ? null : fact.returnOf().line();
    }
  }

  private List<UUID> upsert(Collection<TransactionFact> facts) {
    var transactions = Columns.of(facts);
    var lines =
        Columns.of(
            facts.stream()
                .flatMap(
                    fact -> fact.lines().stream().map(line -> new Line(fact.transactionId(), line)))
                .toList());
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(TransactionSql.UPSERT)
                .bind("ids", transactions.uuids(TransactionFact::transactionId))
                .bind("partners", transactions.texts(TransactionFact::partner))
                .bind("types", transactions.texts(TransactionFact::type))
                .bind("times", transactions.texts(TransactionFact::occurredAt))
                .bind("currencies", transactions.texts(TransactionFact::currency))
                .bind("channels", transactions.texts(TransactionFact::channel))
                .bind("counts", transactions.ints(fact -> fact.lines().size()))
                .bind("revenues", transactions.texts(fact -> fact.revenue().toPlainString()))
                .bind("costs", transactions.texts(fact -> fact.cost().toPlainString()))
                .bind("costed", transactions.texts(fact -> fact.costedRevenue().toPlainString()))
                .bind("customers", transactions.uuids(TransactionFact::customerId))
                .bind("cameFor", transactions.uuids(TransactionFact::cameFor))
                .bind("attributions", transactions.texts(TransactionFact::attributedAt))
                .bind("lineIds", lines.uuids(Line::transactionId))
                .bind("lineNumbers", lines.ints(line -> line.fact().line()))
                .bind("products", lines.texts(line -> line.fact().product()))
                .bind("categories", lines.texts(line -> line.fact().category()))
                .bind("quantities", lines.ints(line -> line.fact().quantity()))
                .bind("amounts", lines.texts(line -> line.fact().amount()))
                .bind("lineCosts", lines.texts(line -> line.fact().cost()))
                .bind("returnedIds", lines.uuids(Line::returnOfTransaction))
                .bind("returnedLines", lines.ints(Line::returnOfLine))
                .mapTo(UUID.class)
                .list());
  }
}
