package io.github.langgan.customer.model.network;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jspecify.annotations.Nullable;

/** Which party tokens mean by a partner's name, and by what programs it calls. */
@Singleton
public class Partnerships {

  private static final String REPLACE = "UPDATE party SET partner_name = :name WHERE id = :party";

  private static final String REMOVE = "DELETE FROM partner_client WHERE party_id = :party";

  private static final String ADD =
      """
      INSERT INTO partner_client (client_id, party_id, scopes, enabled)
      VALUES (:id, :party, :scopes, :enabled)
      """;

  /** PostgreSQL's unique_violation. */
  private static final String TAKEN = "23505";

  private final Jdbi jdbi;

  Partnerships(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  private record ClientRow(String clientId, List<String> scopes, boolean enabled) {}

  public Partnership of(PartyId party) {
    return jdbi.withHandle(
        handle ->
            new Partnership(
                name(handle, party.value()),
                handle
                    .createQuery(
                        """
                        SELECT client_id, scopes, enabled FROM partner_client
                         WHERE party_id = :party ORDER BY client_id
                        """)
                    .bind("party", party.value())
                    .mapTo(ClientRow.class)
                    .map(row -> new Partnership.Client(row.clientId, row.scopes, row.enabled))
                    .list()));
  }

  /** All that the partner of that name registered, newest first; none without a name. */
  public List<PartnersWebhook> webhooksOf(Partnership partnership) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT id AS webhook_id, url, event_types, state = 'ENABLED' AS enabled
                      FROM webhook WHERE partner = :name ORDER BY id DESC
                    """)
                .bindByType("name", partnership.name(), String.class)
                .mapTo(PartnersWebhook.class)
                .list());
  }

  /**
   * False when another party has the name or one of the clients; then nothing of the transaction
   * may be committed.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean replace(PartyId party, Partnership wanted) {
    try {
      jdbi.useHandle(handle -> store(handle, party.value(), wanted));
      return true;
    } catch (UnableToExecuteStatementException failure) {
      if (failure.getCause() instanceof SQLException sql && TAKEN.equals(sql.getSQLState())) {
        return false;
      }
      throw failure;
    }
  }

  private static void store(Handle handle, UUID party, Partnership wanted) {
    handle
        .createUpdate(REPLACE)
        .bind("party", party)
        .bindByType("name", wanted.name(), String.class)
        .execute();
    handle.createUpdate(REMOVE).bind("party", party).execute();
    for (Partnership.Client client : wanted.clients()) {
      handle
          .createUpdate(ADD)
          .bind("id", client.id())
          .bind("party", party)
          .bind("scopes", client.scopes().toArray(String[]::new))
          .bind("enabled", client.enabled())
          .execute();
    }
  }

  private static @Nullable String name(Handle handle, UUID party) {
    return handle
        .createQuery("SELECT partner_name FROM party WHERE id = :party")
        .bind("party", party)
        .mapTo(String.class)
        .findOne()
        .orElse(null);
  }
}
