package io.github.langgan.chassis.audit;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Chains committed entries by their hashes, and finds where a chain was broken. */
@Singleton
public class AuditChain {

  static final byte[] START = new byte[32];

  private static final long LOCK = 0x6C616E676175L;
  private static final int BATCH = 1_000;

  private static final String ENTRY =
      "e.id, e.at, e.actor, e.client, e.action, e.subject_type, e.subject_id, e.reason,"
          + " e.details::text AS details, e.trace_id";

  private final Jdbi jdbi;

  AuditChain(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Seals a batch of committed entries; returns how many, 0 also when another process seals. */
  @Transactional
  public int seal() {
    return jdbi.withHandle(handle -> lock(handle) ? seal(handle) : 0);
  }

  private static boolean lock(Handle handle) {
    return handle
        .createQuery("SELECT pg_try_advisory_xact_lock(:lock)")
        .bind("lock", LOCK)
        .mapTo(Boolean.class)
        .one();
  }

  private static int seal(Handle handle) {
    var entries = unsealed(handle);
    if (entries.isEmpty()) {
      return 0;
    }
    var head = head(handle).orElse(new AuditSeal(0, entries.getFirst().id(), START));
    long sequence = head.sequence();
    byte[] hash = head.hash();
    var ids = new UUID[entries.size()];
    var sequences = new Long[entries.size()];
    var hashes = new byte[entries.size()][];
    for (int i = 0; i < ids.length; i++) {
      hash = entries.get(i).hashAfter(hash);
      ids[i] = entries.get(i).id();
      sequences[i] = ++sequence;
      hashes[i] = hash;
    }
    append(handle, ids, sequences, hashes);
    return ids.length;
  }

  private static List<AuditEntry> unsealed(Handle handle) {
    return handle
        .createQuery(
            "SELECT "
                + ENTRY
                + " FROM audit_unsealed u JOIN audit_entry e ON e.id = u.entry_id"
                + " ORDER BY e.id LIMIT :batch")
        .bind("batch", BATCH)
        .mapTo(AuditEntry.class)
        .list();
  }

  private static void append(Handle handle, UUID[] ids, Long[] sequences, byte[][] hashes) {
    handle
        .createUpdate(
            """
            WITH sealed AS (
              INSERT INTO audit_seal (sequence, entry_id, hash)
              SELECT * FROM unnest(:sequences::bigint[], :ids::uuid[], :hashes::bytea[])
              RETURNING entry_id)
            DELETE FROM audit_unsealed u USING sealed s WHERE u.entry_id = s.entry_id
            """)
        .bind("sequences", sequences)
        .bind("ids", ids)
        .bind("hashes", hashes)
        .execute();
  }

  private static Optional<AuditSeal> head(Handle handle) {
    return handle
        .createQuery("SELECT * FROM audit_seal ORDER BY sequence DESC LIMIT 1")
        .mapTo(AuditSeal.class)
        .findOne();
  }

  /** Computes the whole chain again, in batches. */
  @Transactional
  public AuditVerification verify() {
    return jdbi.withHandle(
        handle -> {
          long sequence = 0;
          byte[] hash = START;
          for (var batch = after(handle, 0); !batch.isEmpty(); batch = after(handle, sequence)) {
            for (var link : batch) {
              var fault = link.faultAfter(sequence, hash);
              if (fault.isPresent()) {
                return AuditVerification.broken(sequence + 1, fault.get());
              }
              sequence = link.sequence();
              hash = link.hash();
            }
          }
          long strays = strays(handle);
          return strays > 0
              ? AuditVerification.broken(
                  sequence + 1, strays + " entries are neither sealed nor waiting to be")
              : AuditVerification.intact(sequence, hash, waiting(handle));
        });
  }

  private static List<AuditLink> after(Handle handle, long sequence) {
    var links = new ArrayList<AuditLink>(BATCH);
    handle
        .createQuery(
            "SELECT s.sequence, s.hash, "
                + ENTRY
                + " FROM audit_seal s LEFT JOIN audit_entry e ON e.id = s.entry_id"
                + " WHERE s.sequence > :sequence ORDER BY s.sequence LIMIT :batch")
        .bind("sequence", sequence)
        .bind("batch", BATCH)
        .mapTo(AuditLink.class)
        .forEach(links::add);
    return links;
  }

  private static long strays(Handle handle) {
    return handle
        .createQuery(
            """
            SELECT count(*) FROM audit_entry e
             WHERE NOT EXISTS (SELECT 1 FROM audit_seal s WHERE s.entry_id = e.id)
               AND NOT EXISTS (SELECT 1 FROM audit_unsealed u WHERE u.entry_id = e.id)
            """)
        .mapTo(Long.class)
        .one();
  }

  private static long waiting(Handle handle) {
    return handle.createQuery("SELECT count(*) FROM audit_unsealed").mapTo(Long.class).one();
  }
}
