package io.github.langgan.customer.model;

import io.github.langgan.chassis.sql.Columns;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The stages of customers' lives with the company, as they were told. */
@Singleton
public class Stages {

  /** Who is erased meanwhile is left out; of two words the later one counts. */
  private static final String PUT =
      """
      INSERT INTO customer_stage AS s (customer_id, stage, since, as_of)
      SELECT c.id, told.stage, told.since::timestamptz, told.as_of::timestamptz
        FROM unnest(:ids::uuid[], :stages::text[], :since::text[], :asOf::text[])
               AS told(customer_id, stage, since, as_of)
        JOIN customer c ON c.id = told.customer_id
       ORDER BY c.id
         FOR KEY SHARE OF c
      ON CONFLICT (customer_id) DO UPDATE
         SET stage = excluded.stage, since = excluded.since, as_of = excluded.as_of
       WHERE s.as_of <= excluded.as_of
      """;

  private final Jdbi jdbi;

  Stages(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Of each record once. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void put(Collection<ToldStage> told) {
    Columns<ToldStage> columns = Columns.of(told);
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(PUT)
                .bind("ids", columns.uuids(ToldStage::customerId))
                .bind("stages", columns.texts(ToldStage::stage))
                .bind("since", columns.texts(ToldStage::since))
                .bind("asOf", columns.texts(ToldStage::asOf))
                .execute());
  }

  /** Who was never told of has bought nothing since it was registered. */
  public ToldStage of(Customer survivor) {
    return told(survivor.id())
        .orElseGet(
            () ->
                new ToldStage(
                    survivor.id().value(),
                    Stage.PROSPECT,
                    survivor.registeredAt(),
                    survivor.registeredAt()));
  }

  private Optional<ToldStage> told(CustomerId id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM customer_stage WHERE customer_id = :id")
                .bind("id", id.value())
                .mapTo(ToldStage.class)
                .findOne());
  }
}
