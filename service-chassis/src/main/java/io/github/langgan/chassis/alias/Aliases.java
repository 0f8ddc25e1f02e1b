package io.github.langgan.chassis.alias;

import io.github.langgan.chassis.encryption.RenewKeys;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * What ids mean. A transaction that writes under an id resolves it first, before it locks any row:
 * from then on no merge or split happens until it ends, so that nothing is left under an id that
 * means another.
 */
@Singleton
public class Aliases {

  private static final String MERGE =
      """
      INSERT INTO alias (id, direct, means)
      VALUES (:id, :into, coalesce((SELECT means FROM alias WHERE id = :into), :into))
      ON CONFLICT (id) DO NOTHING
      """;

  private static final String FOLLOW =
      """
      UPDATE alias SET means = merged.means
        FROM (SELECT means FROM alias WHERE id = :id) merged WHERE alias.means = :id
      """;

  private static final String SPLIT =
      """
      WITH RECURSIVE split AS (
        DELETE FROM alias WHERE id = :id
      ), below AS (
        SELECT id FROM alias WHERE direct = :id
        UNION ALL
        SELECT a.id FROM below JOIN alias a ON a.direct = below.id
      )
      UPDATE alias SET means = :id FROM below WHERE alias.id = below.id
      RETURNING alias.id
      """;

  private final Jdbi jdbi;
  private final RenewKeys renewKeys;

  Aliases(Jdbi jdbi, RenewKeys renewKeys) {
    this.jdbi = jdbi;
    this.renewKeys = renewKeys;
  }

  /**
   * Waits for all who write. To be called before any row is locked, when merges and splits come
   * after other changes in the same transaction: taken later, this lock and a row that a writer
   * waits for would wait for each other.
   */
  @Transactional(TxType.MANDATORY)
  public void lock() {
    jdbi.useHandle(handle -> lock(handle, "EXCLUSIVE"));
  }

  /**
   * No merge or split happens until the transaction ends. For those whose own statements ask the
   * table what ids mean; to be called before any row is locked.
   */
  @Transactional(TxType.MANDATORY)
  public void hold() {
    jdbi.useHandle(handle -> lock(handle, "ROW SHARE"));
  }

  /** From now on {@code id} means what {@code into} means, and so do those that meant it. */
  @Transactional(TxType.MANDATORY)
  public void merge(UUID id, UUID into) {
    jdbi.useHandle(
        handle -> {
          lock(handle, "EXCLUSIVE");
          handle.createUpdate(MERGE).bind("id", id).bind("into", into).execute();
          handle.createUpdate(FOLLOW).bind("id", id).execute();
        });
    renewKey(current(into));
  }

  /**
   * The id means itself again.
   *
   * @return it and those that were merged into it: all that mean it now
   */
  @Transactional(TxType.MANDATORY)
  public Set<UUID> split(UUID id) {
    Set<UUID> back = new HashSet<>(Set.of(id));
    UUID survivor =
        jdbi.withHandle(
            handle -> {
              lock(handle, "EXCLUSIVE");
              UUID before = meanings(handle, Set.of(id)).get(id);
              back.addAll(handle.createQuery(SPLIT).bind("id", id).mapTo(UUID.class).list());
              return before;
            });
    renewKey(survivor);
    return back;
  }

  private void renewKey(UUID survivor) {
    renewKeys.of(survivor, meaning(survivor));
  }

  /**
   * What these ids mean until the transaction ends; each has its entry. Waits for a merge that is
   * under way.
   */
  @Transactional(TxType.MANDATORY)
  public Map<UUID, UUID> resolve(Collection<UUID> ids) {
    return jdbi.withHandle(
        handle -> {
          // a statement of its own: the next one then sees what was committed meanwhile
          lock(handle, "ROW SHARE");
          return meanings(handle, ids);
        });
  }

  @Transactional(TxType.MANDATORY)
  public UUID resolve(UUID id) {
    return resolve(Set.of(id)).get(id);
  }

  /**
   * Under which ids the things of these may stand until the transaction ends: what came for them
   * before they were merged stands under what they mean now.
   */
  @Transactional(TxType.MANDATORY)
  public Set<UUID> owners(Collection<UUID> ids) {
    Map<UUID, UUID> meanings = resolve(ids);
    Set<UUID> owners = new HashSet<>(meanings.keySet());
    owners.addAll(meanings.values());
    return owners;
  }

  /** For answers: what it means at this moment. */
  public UUID current(UUID id) {
    return jdbi.withHandle(handle -> meanings(handle, Set.of(id))).get(id);
  }

  /** The id and all that mean it at this moment. */
  public Set<UUID> meaning(UUID id) {
    return jdbi.withHandle(
        handle ->
            new HashSet<>(
                handle
                    .createQuery("SELECT :id UNION ALL SELECT id FROM alias WHERE means = :id")
                    .bind("id", id)
                    .mapTo(UUID.class)
                    .list()));
  }

  private static Map<UUID, UUID> meanings(Handle handle, Collection<UUID> ids) {
    Map<UUID, UUID> meanings = new HashMap<>();
    ids.forEach(id -> meanings.put(id, id));
    handle
        .createQuery("SELECT id, means FROM alias WHERE id = ANY(:ids)")
        .bind("ids", ids.toArray(UUID[]::new))
        .map(
            (row, context) ->
                meanings.put(row.getObject("id", UUID.class), row.getObject("means", UUID.class)))
        .list();
    return meanings;
  }

  private static void lock(Handle handle, String mode) {
    handle.execute("LOCK TABLE alias IN " + mode + " MODE");
  }
}
