package io.github.langgan.loyalty.voucher.issuing;

import io.github.langgan.loyalty.model.voucher.CampaignId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** How many codes were asked for, and how many of them are made. */
@Singleton
class Batches {

  private final Jdbi jdbi;

  Batches(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * @param id also that of the operation
   */
  record Batch(UUID id, UUID campaignId, int count, int made) {

    int left() {
      return count - made;
    }
  }

  void add(UUID id, CampaignId campaign, int count, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO voucher_batch (id, campaign_id, count, started_at)
                    VALUES (:id, :campaign, :count, :at)
                    """)
                .bind("id", id)
                .bind("campaign", campaign.value())
                .bind("count", count)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** Until the commit nobody else makes codes of it. */
  Batch lock(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id, campaign_id, count, made FROM voucher_batch WHERE id = :id FOR UPDATE")
                .bind("id", id)
                .mapTo(Batch.class)
                .one());
  }

  void made(UUID id, int made) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate("UPDATE voucher_batch SET made = :made WHERE id = :id")
                .bind("id", id)
                .bind("made", made)
                .execute());
  }
}
