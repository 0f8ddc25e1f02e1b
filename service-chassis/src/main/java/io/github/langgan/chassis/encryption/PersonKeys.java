package io.github.langgan.chassis.encryption;

import io.github.langgan.chassis.id.UuidV7;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** The keys of personal data: this service's own, and others' that it was told of. */
@Singleton
@Transactional(Transactional.TxType.MANDATORY)
public class PersonKeys {

  private static final String STORE =
      """
      INSERT INTO person_key (id, data_subject, publisher, wrapped, wrapped_by)
      SELECT id, data_subject, publisher, decode(wrapped, 'base64'), wrapped_by
        FROM unnest(:ids::uuid[], :subjects::uuid[], :publishers::text[], :wrapped::text[],
                    :wrappedBy::text[])
          AS k(id, data_subject, publisher, wrapped, wrapped_by)
       ORDER BY data_subject, publisher
      ON CONFLICT DO NOTHING RETURNING id
      """;

  private static final String DESTROY =
      """
      UPDATE person_key SET wrapped = NULL, wrapped_by = NULL, destroyed_at = :at
       WHERE data_subject = ANY(:subjects) AND destroyed_at IS NULL
      RETURNING id, data_subject, publisher
      """;

  private static final String MARK_DESTROYED =
      """
      INSERT INTO person_key AS k (id, data_subject, publisher, destroyed_at)
      SELECT DISTINCT ON (data_subject, publisher) id, data_subject, publisher, at
        FROM unnest(:ids::uuid[], :subjects::uuid[], :publishers::text[], :times::timestamptz[])
          AS k(id, data_subject, publisher, at)
       ORDER BY data_subject, publisher
      ON CONFLICT (data_subject, publisher) DO UPDATE
         SET wrapped = NULL, wrapped_by = NULL, destroyed_at = excluded.destroyed_at
       WHERE k.destroyed_at IS NULL
      """;

  private final Jdbi jdbi;
  private final ServiceKeys serviceKeys;
  private final Clock clock;
  private final String service;

  PersonKeys(
      Jdbi jdbi,
      ServiceKeys serviceKeys,
      Clock clock,
      @ConfigProperty(name = "langgan.service") String service) {
    this.jdbi = jdbi;
    this.serviceKeys = serviceKeys;
    this.clock = clock;
    this.service = service;
  }

  /**
   * What this service encrypts with, by data subject.
   *
   * @param created those that the others have to be told of
   */
  public record Own(Map<UUID, PersonKey> keys, List<PersonKeyCreatedV1> created) {

    static final Own NONE = new Own(Map.of(), List.of());
  }

  /** Makes the missing ones, but none again that was destroyed. */
  public Own own(Set<UUID> dataSubjects) {
    Map<UUID, PersonKey> keys = new HashMap<>(ownStored(dataSubjects));
    List<PersonKeyCreatedV1> missing =
        dataSubjects.stream().filter(one -> !keys.containsKey(one)).map(this::draw).toList();
    if (missing.isEmpty()) {
      return new Own(keys, missing);
    }
    Set<UUID> stored = store(missing);
    // read again: another transaction may have made some meanwhile
    keys.putAll(ownStored(dataSubjects));
    return new Own(keys, missing.stream().filter(one -> stored.contains(one.keyId())).toList());
  }

  /** Those of the ids that were ever told, the destroyed ones too. */
  public Map<UUID, PersonKey> told(Set<UUID> ids) {
    return read("WHERE id = ANY(:ids)", ids).stream()
        .collect(Collectors.toMap(PersonKey::id, Function.identity()));
  }

  /** What another service encrypts with. Twice is once, and a destroyed one stays destroyed. */
  public void keep(List<PersonKeyCreatedV1> created) {
    store(created);
  }

  /** What others destroyed. */
  public void lose(List<PersonKeyDestroyedV1> destroyed) {
    markDestroyed(destroyed);
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
    markDestroyed(
        dataSubjects.stream()
            .map(one -> new PersonKeyDestroyedV1(UuidV7.next(), one, service, now.toInstant()))
            .toList());
    return destroyed.stream().filter(one -> one.publisher().equals(service)).toList();
  }

  private PersonKeyCreatedV1 draw(UUID dataSubject) {
    WrappedKey wrapped = serviceKeys.draw();
    return new PersonKeyCreatedV1(
        UuidV7.next(), dataSubject, service, wrapped.by(), wrapped.bytes());
  }

  private Map<UUID, PersonKey> ownStored(Set<UUID> dataSubjects) {
    return read("WHERE data_subject = ANY(:ids) AND publisher = :service", dataSubjects).stream()
        .collect(Collectors.toMap(PersonKey::dataSubject, Function.identity()));
  }

  private List<PersonKey> read(String which, Set<UUID> ids) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    "SELECT id, data_subject, wrapped, wrapped_by FROM person_key " + which)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("service", service)
                .mapTo(StoredKey.class)
                .map(stored -> stored.open(serviceKeys))
                .list());
  }

  private Set<UUID> store(List<PersonKeyCreatedV1> keys) {
    return new HashSet<>(
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery(STORE)
                    .bind("ids", keys.stream().map(PersonKeyCreatedV1::keyId).toArray(UUID[]::new))
                    .bind(
                        "subjects",
                        keys.stream().map(PersonKeyCreatedV1::dataSubject).toArray(UUID[]::new))
                    .bind(
                        "publishers",
                        keys.stream().map(PersonKeyCreatedV1::publisher).toArray(String[]::new))
                    .bind(
                        "wrapped",
                        keys.stream()
                            .map(key -> Base64.getEncoder().encodeToString(key.wrapped()))
                            .toArray(String[]::new))
                    .bind(
                        "wrappedBy",
                        keys.stream().map(PersonKeyCreatedV1::wrappedBy).toArray(String[]::new))
                    .mapTo(UUID.class)
                    .list()));
  }

  private void markDestroyed(List<PersonKeyDestroyedV1> keys) {
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
}
