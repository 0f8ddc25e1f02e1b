package io.github.langgan.customer.model.network;

import io.github.langgan.chassis.sql.Columns;
import io.github.langgan.customer.model.Contact;
import io.github.langgan.customer.model.CustomerName;
import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.PostalAddress;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** Stores parties. When one is refused, nothing of the transaction may be committed. */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class StoredParties {

  private static final String ADD =
      """
      INSERT INTO party (id, kind, full_name, given_name, family_name, customer_id, version, partner,
                         registered_by, registered_at, changed_at)
      VALUES (:id, :kind, :full, :given, :family, :customer, :version, :partner, :by, :registeredAt,
              :changedAt)
      ON CONFLICT DO NOTHING
      """;

  private static final String CHANGE =
      """
      UPDATE party SET full_name = :full, given_name = :given, family_name = :family,
                       customer_id = :customer, version = :version, changed_at = :changedAt
       WHERE id = :id
      """;

  private static final String ADD_CONTACTS =
      """
      INSERT INTO party_contact (party_id, position, type, value, address_lines, locality, region,
                                 postal_code, country)
      SELECT :party, n - 1, type, value, string_to_array(lines, chr(10)), locality, region,
             postal_code, country
        FROM unnest(:types::text[], :values::text[], :lines::text[], :localities::text[],
                    :regions::text[], :postalCodes::text[], :countries::text[])
             WITH ORDINALITY AS new (type, value, lines, locality, region, postal_code, country, n)
      """;

  private static final String ADD_IDENTIFIERS =
      """
      INSERT INTO party_identifier (party_id, position, source, value, partner)
      SELECT :party, n - 1, source, value, :partner
        FROM unnest(:sources::text[], :values::text[]) WITH ORDINALITY AS new (source, value, n)
       ORDER BY source, value
      ON CONFLICT (source, value, partner) DO NOTHING
      """;

  private static final String ADD_ROLES =
      """
      INSERT INTO party_role (party_id, role, valid_from, valid_until)
      SELECT :party, role, valid_from, valid_until
        FROM unnest(:roles::text[], :from::text[]::date[], :until::text[]::date[])
             AS new (role, valid_from, valid_until)
      """;

  private static final String HOLDER =
      """
      SELECT id FROM party
       WHERE id <> :id AND partner IS NOT DISTINCT FROM :partner
         AND (customer_id = :customer OR id IN (
                SELECT party_id
                  FROM unnest(:sources::text[], :values::text[]) AS named (source, value)
                  JOIN party_identifier i USING (source, value)))
       ORDER BY id LIMIT 1
      """;

  /** PostgreSQL's unique_violation. */
  private static final String TAKEN = "23505";

  private final Jdbi jdbi;

  StoredParties(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Another party of the same registrant that is the same customer, or has such an identifier. */
  public Optional<PartyId> holder(Party party) {
    Columns<Identifier> identifiers = Columns.of(party.details().particulars().identifiers());
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(HOLDER)
                .bind("id", party.id().value())
                .bindByType("partner", party.partner(), String.class)
                .bindByType("customer", customer(party), UUID.class)
                .bind("sources", identifiers.texts(Identifier::source))
                .bind("values", identifiers.texts(Identifier::value))
                .mapTo(UUID.class)
                .findOne()
                .map(PartyId::new));
  }

  /** False when somebody added one of the same customer, or with such an identifier, just now. */
  public boolean add(Party party, String by) {
    return jdbi.withHandle(
        handle ->
            bind(handle.createUpdate(ADD), party)
                        .bind("kind", party.details().particulars().kind())
                        .bind("partner", party.partner())
                        .bind("by", by)
                        .bind("registeredAt", party.registeredAt().atOffset(ZoneOffset.UTC))
                        .execute()
                    == 1
                && addParts(handle, party));
  }

  /** False when another got the customer, or such an identifier, just now. */
  public boolean change(Party party) {
    return jdbi.withHandle(
        handle -> {
          if (!changeRow(handle, party)) {
            return false;
          }
          for (String part : List.of("party_contact", "party_identifier", "party_role")) {
            handle
                .createUpdate("DELETE FROM " + part + " WHERE party_id = :party")
                .bind("party", party.id().value())
                .execute();
          }
          return addParts(handle, party);
        });
  }

  private static boolean changeRow(Handle handle, Party party) {
    try {
      bind(handle.createUpdate(CHANGE), party).execute();
      return true;
    } catch (UnableToExecuteStatementException failure) {
      if (failure.getCause() instanceof SQLException sql && TAKEN.equals(sql.getSQLState())) {
        return false;
      }
      throw failure;
    }
  }

  private static Update bind(Update update, Party party) {
    CustomerName name = party.details().particulars().name();
    return update
        .bind("id", party.id().value())
        .bind("full", name.full())
        .bind("given", name.given())
        .bind("family", name.family())
        .bindByType("customer", customer(party), UUID.class)
        .bind("version", party.version())
        .bind("changedAt", party.changedAt().atOffset(ZoneOffset.UTC));
  }

  private static boolean addParts(Handle handle, Party party) {
    addContacts(handle, party.id(), party.details().particulars().contacts());
    addRoles(handle, party.id(), party.details().roles());
    List<Identifier> identifiers = party.details().particulars().identifiers();
    Columns<Identifier> columns = Columns.of(identifiers);
    int added =
        handle
            .createUpdate(ADD_IDENTIFIERS)
            .bind("party", party.id().value())
            .bindByType("partner", party.partner(), String.class)
            .bind("sources", columns.texts(Identifier::source))
            .bind("values", columns.texts(Identifier::value))
            .execute();
    return added == identifiers.size();
  }

  private static void addContacts(Handle handle, PartyId party, List<Contact> contacts) {
    Columns<Contact> columns = Columns.of(contacts);
    handle
        .createUpdate(ADD_CONTACTS)
        .bind("party", party.value())
        .bind("types", columns.texts(Contact::type))
        .bind("values", columns.texts(Contact::value))
        .bind("lines", columns.texts(postal(address -> String.join("\n", address.lines()))))
        .bind("localities", columns.texts(postal(PostalAddress::locality)))
        .bind("regions", columns.texts(postal(PostalAddress::region)))
        .bind("postalCodes", columns.texts(postal(PostalAddress::postalCode)))
        .bind("countries", columns.texts(postal(PostalAddress::country)))
        .execute();
  }

  private static void addRoles(Handle handle, PartyId party, List<HeldRole> roles) {
    Columns<HeldRole> columns = Columns.of(roles);
    handle
        .createUpdate(ADD_ROLES)
        .bind("party", party.value())
        .bind("roles", columns.texts(HeldRole::role))
        .bind("from", columns.texts(held -> held.period().from()))
        .bind("until", columns.texts(held -> held.period().until()))
        .execute();
  }

  private static Function<Contact, @Nullable String> postal(
      Function<PostalAddress, @Nullable String> column) {
    return contact -> contact instanceof PostalAddress address ? column.apply(address) : null;
  }

  private static @Nullable UUID customer(Party party) {
    return party.details().customer() == null ? null : party.details().customer().value();
  }
}
