package io.github.langgan.customer.model.network;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Takes customers out of the network who are to be forgotten: their relationships go, with all that
 * was said of them, and of the parties that they are too the name, the contacts, the identifiers
 * and the customer. Such a party stays, with its roles, so that what the company did with a
 * supplier of that id still is one supplier's.
 */
@Singleton
public class ForgottenCustomers {

  /** What a party is called that nobody may know any more. */
  public static final String NAME = "(erased)";

  private static final String PARTIES =
      "SELECT id FROM party WHERE customer_id = ANY(:customers) ORDER BY id FOR UPDATE";

  private static final String RELATIONSHIPS =
      """
      DELETE FROM relationship
       WHERE from_node = ANY(:nodes) OR to_node = ANY(:nodes)
      """;

  private static final String BLANK =
      """
      UPDATE party SET full_name = :name, given_name = NULL, family_name = NULL, customer_id = NULL,
                       version = version + 1, changed_at = :at
       WHERE id = ANY(:parties)
      """;

  private final Jdbi jdbi;
  private final Clock clock;

  ForgottenCustomers(Jdbi jdbi, Clock clock) {
    this.jdbi = jdbi;
    this.clock = clock;
  }

  /**
   * @param relationships how many went
   * @param parties that nobody knows any more who they are; of each, events and stored answers may
   *     still tell
   */
  public record Forgotten(int relationships, List<PartyId> parties) {}

  /**
   * @param customers all ids of those who are to be forgotten: of the survivors and of all records
   *     that were merged into them, whom nobody else can change until the transaction ends
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Forgotten forget(Collection<UUID> customers) {
    return jdbi.withHandle(
        handle -> {
          List<UUID> parties =
              handle
                  .createQuery(PARTIES)
                  .bind("customers", customers.toArray(UUID[]::new))
                  .mapTo(UUID.class)
                  .list();
          List<UUID> nodes = new ArrayList<>(customers);
          nodes.addAll(parties);
          int relationships =
              handle
                  .createUpdate(RELATIONSHIPS)
                  .bind("nodes", nodes.toArray(UUID[]::new))
                  .execute();
          blank(handle, parties);
          return new Forgotten(relationships, parties.stream().map(PartyId::new).toList());
        });
  }

  private void blank(Handle handle, List<UUID> parties) {
    for (String part : List.of("party_contact", "party_identifier")) {
      handle
          .createUpdate("DELETE FROM " + part + " WHERE party_id = ANY(:parties)")
          .bind("parties", parties.toArray(UUID[]::new))
          .execute();
    }
    handle
        .createUpdate(BLANK)
        .bind("name", NAME)
        .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
        .bind("parties", parties.toArray(UUID[]::new))
        .execute();
  }
}
