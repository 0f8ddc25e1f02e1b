package io.github.langgan.chassis.encryption;

import io.github.langgan.chassis.id.UuidV7;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Keys of the erased. Their rows stay, so that nobody draws or keeps one for them again. */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class DestroyedKeys {

  /** Of whom shared it and is not erased, another key takes its place. */
  private static final String DESTROY =
      """
      UPDATE person_key
         SET wrapped = NULL, wrapped_by = NULL, destroyed_at = :at,
             current = current AND data_subject = ANY(:subjects)
       WHERE (data_subject = ANY(:subjects) OR shared_with <> '{}' AND shared_with && :subjects)
         AND destroyed_at IS NULL
      RETURNING id, data_subject, publisher
      """;

  /** Whoever has no key is never to get one. */
  private static final String FORBID =
      """
      INSERT INTO person_key AS k (id, data_subject, publisher, destroyed_at)
      SELECT DISTINCT ON (data_subject) id, data_subject, :service, :at
        FROM unnest(:ids::uuid[], :subjects::uuid[]) AS k(id, data_subject)
       ORDER BY data_subject
      ON CONFLICT (data_subject, publisher) WHERE current DO UPDATE
         SET wrapped = NULL, wrapped_by = NULL, destroyed_at = excluded.destroyed_at
       WHERE k.destroyed_at IS NULL
      """;

  private static final String MARK_DESTROYED =
      """
      INSERT INTO person_key AS k (id, data_subject, publisher, destroyed_at, current)
      SELECT DISTINCT ON (id) id, data_subject, publisher, at, false
        FROM unnest(:ids::uuid[], :subjects::uuid[], :publishers::text[], :times::timestamptz[])
          AS k(id, data_subject, publisher, at)
       ORDER BY id
      ON CONFLICT (id) DO UPDATE
         SET wrapped = NULL, wrapped_by = NULL, destroyed_at = excluded.destroyed_at
       WHERE k.destroyed_at IS NULL
      """;

  private final Jdbi jdbi;
  private final Clock clock;
  private final String service;

  DestroyedKeys(Jdbi jdbi, Clock clock, @ConfigProperty(name = "langgan.service") String service) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.service = service;
  }

  /**
   * Destroys all keys of these data subjects that this service has, and makes none for them any
   * more. Answers its own, of which the others have to be told.
   */
  public List<PersonKeyDestroyedV1> destroy(Collection<UUID> dataSubjects) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    List<PersonKeyDestroyedV1> destroyed =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(DESTROY)
                    .bind("subjects", dataSubjects.toArray(UUID[]::new))
                    .bind("at", now)
                    .map(
                        (row, context) ->
                            new PersonKeyDestroyedV1(
                                row.getObject("id", UUID.class),
                                row.getObject("data_subject", UUID.class),
                                row.getString("publisher"),
                                now.toInstant()))
                    .list());
    forbid(dataSubjects, now);
    return destroyed.stream().filter(one -> one.publisher().equals(service)).toList();
  }

  /** What others destroyed. */
  public void lose(List<PersonKeyDestroyedV1> keys) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(MARK_DESTROYED)
                .bind("ids", keys.stream().map(PersonKeyDestroyedV1::keyId).toArray(UUID[]::new))
                .bind(
                    "subjects",
                    keys.stream().map(PersonKeyDestroyedV1::dataSubject).toArray(UUID[]::new))
                .bind(
                    "publishers",
                    keys.stream().map(PersonKeyDestroyedV1::publisher).toArray(String[]::new))
                .bind(
                    "times",
                    keys.stream().map(key -> key.destroyedAt().toString()).toArray(String[]::new))
                .execute());
  }

  private void forbid(Collection<UUID> dataSubjects, OffsetDateTime at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(FORBID)
                .bind("ids", dataSubjects.stream().map(one -> UuidV7.next()).toArray(UUID[]::new))
                .bind("subjects", dataSubjects.toArray(UUID[]::new))
                .bind("service", service)
                .bind("at", at)
                .execute());
  }
}
