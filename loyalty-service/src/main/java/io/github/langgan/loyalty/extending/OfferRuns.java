package io.github.langgan.loyalty.extending;

import io.github.langgan.loyalty.model.MembershipId;
import io.github.langgan.loyalty.model.offer.PropositionId;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

@Singleton
class OfferRuns {

  private final Jdbi jdbi;

  OfferRuns(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * @param last the member that was looked at last; null: none yet
   * @param members that were looked at
   * @param extended offers
   */
  record OfferRun(
      UUID id,
      PropositionId proposition,
      @Nullable MembershipId last,
      long members,
      long extended) {}

  record Row(UUID id, UUID propositionId, @Nullable UUID lastId, long members, long extended) {
    OfferRun run() {
      return new OfferRun(
          id,
          new PropositionId(propositionId),
          lastId == null ? null : new MembershipId(lastId),
          members,
          extended);
    }
  }

  void add(UUID id, PropositionId proposition) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    "INSERT INTO offer_run (id, proposition_id) VALUES (:id, :proposition)")
                .bind("id", id)
                .bind("proposition", proposition.value())
                .execute());
  }

  Optional<OfferRun> find(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id, proposition_id, last_id, members, extended
                      FROM offer_run WHERE id = :id
                    """)
                .bind("id", id)
                .mapTo(Row.class)
                .findOne()
                .map(Row::run));
  }

  void advance(UUID id, MembershipId last, int members, int extended) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE offer_run SET last_id = :last, members = members + :members,
                                         extended = extended + :extended
                     WHERE id = :id
                    """)
                .bind("id", id)
                .bind("last", last.value())
                .bind("members", members)
                .bind("extended", extended)
                .execute());
  }
}
