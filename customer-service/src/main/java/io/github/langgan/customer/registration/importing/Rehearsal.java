package io.github.langgan.customer.registration.importing;

import io.github.langgan.customer.model.Identifier;
import io.github.langgan.customer.model.ReplayKey;
import io.github.langgan.customer.model.SharedSources;
import io.github.langgan.customer.registration.ForeseeRegistrations;
import io.github.langgan.customer.registration.RegistrationResult;
import io.github.langgan.customer.registration.importing.PieceRows.Said;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Says what would come of rows. What earlier rows of the file would have registered stands in the
 * way of later ones as it would in earnest, so the dry run remembers it as hashes.
 */
@Singleton
class Rehearsal {

  private static final String MET =
      "SELECT key FROM customer_import_met WHERE import_id = :import AND key = ANY(:keys)";

  private static final String REMEMBER =
      """
      INSERT INTO customer_import_met (import_id, key) SELECT :import, unnest(:keys::uuid[])
      ON CONFLICT DO NOTHING
      """;

  private final Jdbi jdbi;
  private final ForeseeRegistrations foresee;
  private final SharedSources sharedSources;

  Rehearsal(Jdbi jdbi, ForeseeRegistrations foresee, SharedSources sharedSources) {
    this.jdbi = jdbi;
    this.foresee = foresee;
    this.sharedSources = sharedSources;
  }

  List<RowResult> rehearse(CustomerImport file, PieceRows rows) {
    List<Optional<RegistrationResult>> refusals =
        foresee.foresee(rows.registrations(), file.registrant(), file.visibility());
    Set<UUID> asked = new HashSet<>();
    for (Said said : rows.said()) {
      replayKey(file, said).ifPresent(asked::add);
      said.registration().particulars().identifiers().forEach(i -> asked.add(key(i)));
    }
    Set<UUID> before = met(file.id(), asked);
    Set<UUID> met = new HashSet<>(before);
    List<RowResult> results = new ArrayList<>();
    for (int i = 0; i < refusals.size(); i++) {
      Said said = rows.said().get(i);
      results.add(refusals.get(i).map(said::result).orElseGet(() -> amongItsOwn(file, said, met)));
    }
    met.removeAll(before);
    remember(file.id(), met);
    return results;
  }

  /** Nobody outside the file stands in its way. */
  private RowResult amongItsOwn(CustomerImport file, Said said, Set<UUID> met) {
    Optional<UUID> replayKey = replayKey(file, said);
    if (replayKey.filter(met::contains).isPresent()) {
      return RowResult.duplicate(said.row(), said.line(), null);
    }
    List<Identifier> exclusive =
        said.registration().particulars().identifiers().stream()
            .filter(identifier -> !sharedSources.share(identifier))
            .toList();
    for (Identifier identifier : exclusive) {
      if (met.contains(key(identifier))) {
        return said.taken(identifier, null);
      }
    }
    exclusive.forEach(identifier -> met.add(key(identifier)));
    replayKey.ifPresent(met::add);
    return RowResult.registered(said.row(), said.line(), null);
  }

  private static Optional<UUID> replayKey(CustomerImport file, Said said) {
    return ReplayKey.of(said.registration().particulars(), file.registrant()).map(ReplayKey::value);
  }

  private static UUID key(Identifier identifier) {
    return UUID.nameUUIDFromBytes(
        (identifier.source() + " " + identifier.value()).getBytes(StandardCharsets.UTF_8));
  }

  private void remember(UUID importId, Set<UUID> keys) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(REMEMBER)
                .bind("import", importId)
                .bind("keys", keys.toArray(UUID[]::new))
                .execute());
  }

  private Set<UUID> met(UUID importId, Set<UUID> keys) {
    return jdbi.withHandle(
        handle ->
            new HashSet<>(
                handle
                    .createQuery(MET)
                    .bind("import", importId)
                    .bind("keys", keys.toArray(UUID[]::new))
                    .mapTo(UUID.class)
                    .list()));
  }
}
