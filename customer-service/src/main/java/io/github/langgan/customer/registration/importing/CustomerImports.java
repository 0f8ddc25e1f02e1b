package io.github.langgan.customer.registration.importing;

import io.github.langgan.customer.model.Visibility;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** All imports. */
@Singleton
class CustomerImports {

  private static final String ADD =
      """
      INSERT INTO customer_import (id, state, format, columns, form, received_at, dry_run, matching,
                                   partner, imported_by, started_at, worked_at)
      VALUES (:id, 'RECEIVING', :format, :columns, :form, :receivedAt, :dryRun, :matching,
              :partner, :importedBy, :now, :now)
      """;

  private static final String NEXT =
      """
      SELECT * FROM customer_import
       WHERE state = 'RUNNING' AND worked_at <= :now
       ORDER BY worked_at LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED
      """;

  private final Jdbi jdbi;

  CustomerImports(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  void add(ImportOrder order, UUID id, CsvHeader header, Instant now) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ADD)
                .bind("id", id)
                .bind("format", order.format().name())
                .bind("columns", header.titles().toArray(String[]::new))
                .bind("form", order.source().form())
                .bind("receivedAt", order.source().receivedAt().atOffset(ZoneOffset.UTC))
                .bind("dryRun", order.dryRun())
                .bind("matching", order.matching())
                .bind("partner", order.by().partner())
                .bind("importedBy", order.by().who())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** The one that waited longest, which nobody else works on until the transaction ends. */
  Optional<CustomerImport> lockNext(Instant now) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(NEXT)
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .mapTo(CustomerImport.class)
                .findOne());
  }

  Optional<CustomerImport> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT * FROM customer_import WHERE id = :id")
                .bind("id", id)
                .mapTo(CustomerImport.class)
                .findOne());
  }

  /** To partners their own, to the company's staff all, to customers none. */
  Optional<CustomerImport> find(UUID id, Visibility visibility) {
    return find(id)
        .filter(
            found ->
                switch (visibility) {
                  case Visibility.Everyone() -> true;
                  case Visibility.RegisteredBy(String partner) -> partner.equals(found.partner());
                  case Visibility.Oneself(var self) -> false;
                });
  }

  void delete(UUID id) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("DELETE FROM customer_import WHERE id = :id")
                .bind("id", id)
                .execute());
  }
}
