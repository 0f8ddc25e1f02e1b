package io.github.langgan.chassis.encryption;

import io.github.langgan.chassis.id.UuidV7;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Base64;
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
      INSERT INTO person_key (id, data_subject, shared_with, publisher, wrapped, wrapped_by, current)
      SELECT id, data_subject, string_to_array(shared_with, ' ')::uuid[], publisher,
             decode(wrapped, 'base64'), wrapped_by, :current
        FROM unnest(:ids::uuid[], :subjects::uuid[], :shared::text[], :publishers::text[],
                    :wrapped::text[], :wrappedBy::text[])
          AS k(id, data_subject, shared_with, publisher, wrapped, wrapped_by)
       ORDER BY data_subject, publisher
      ON CONFLICT DO NOTHING RETURNING id
      """;

  private static final String RETIRE =
      """
      UPDATE person_key SET current = false
       WHERE data_subject = :subject AND publisher = :service AND current AND destroyed_at IS NULL
      """;

  private final Jdbi jdbi;
  private final ServiceKeys serviceKeys;
  private final String service;

  PersonKeys(
      Jdbi jdbi,
      ServiceKeys serviceKeys,
      @ConfigProperty(name = "langgan.service") String service) {
    this.jdbi = jdbi;
    this.serviceKeys = serviceKeys;
    this.service = service;
  }

  /**
   * What this service encrypts with, by data subject.
   *
   * @param created those that the others have to be told of
   */
  public record Own(Map<UUID, PersonKey> keys, List<PersonKeyCreatedV1> created) {

    static Own of(Map<UUID, PersonKey> keys) {
      return new Own(keys, List.of());
    }
  }

  /** Makes the missing ones, but none again that was destroyed. */
  public Own own(Set<UUID> dataSubjects) {
    Map<UUID, PersonKey> keys = new HashMap<>(ownStored(dataSubjects));
    List<Drawn> missing =
        dataSubjects.stream()
            .filter(one -> !keys.containsKey(one))
            .map(one -> draw(one, Set.of()))
            .toList();
    if (missing.isEmpty()) {
      return Own.of(keys);
    }
    Set<UUID> stored = store(missing.stream().map(Drawn::told).toList(), true);
    List<PersonKeyCreatedV1> created = new ArrayList<>();
    for (Drawn one : missing) {
      if (stored.contains(one.key().id())) {
        keys.put(one.key().dataSubject(), one.key());
        created.add(one.told());
      }
    }
    if (created.size() < missing.size()) {
      // another transaction made some meanwhile
      keys.putAll(ownStored(dataSubjects));
    }
    return new Own(keys, created);
  }

  /**
   * What is published of the data subject is encrypted with another key from now on, which is
   * destroyed with the first of them who is erased. Answers what the others have to be told of,
   * which is nothing when the data subject is erased itself.
   *
   * @param with whose data are published as the data subject's, too
   */
  public List<PersonKeyCreatedV1> renew(UUID dataSubject, Set<UUID> with) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(RETIRE)
                .bind("subject", dataSubject)
                .bind("service", service)
                .execute());
    PersonKeyCreatedV1 next = draw(dataSubject, with).told();
    return store(List.of(next), true).isEmpty() ? List.of() : List.of(next);
  }

  /** Those of the ids that were ever told, the destroyed ones too. */
  public Map<UUID, PersonKey> told(Set<UUID> ids) {
    return read("WHERE id = ANY(:ids)", ids).stream()
        .collect(Collectors.toMap(PersonKey::id, Function.identity()));
  }

  /** What another service encrypts with. Twice is once, and a destroyed one stays destroyed. */
  public void keep(List<PersonKeyCreatedV1> created) {
    store(created, false);
  }

  /**
   * @param told what the others are told of it
   */
  private record Drawn(PersonKey key, PersonKeyCreatedV1 told) {}

  private Drawn draw(UUID dataSubject, Set<UUID> with) {
    DrawnKey drawn = serviceKeys.draw();
    WrappedKey wrapped = drawn.wrapped();
    UUID id = UuidV7.next();
    return new Drawn(
        new PersonKey(id, dataSubject, drawn.key()),
        new PersonKeyCreatedV1(id, dataSubject, with, service, wrapped.by(), wrapped.bytes()));
  }

  private Map<UUID, PersonKey> ownStored(Set<UUID> dataSubjects) {
    return read("WHERE data_subject = ANY(:ids) AND publisher = :service AND current", dataSubjects)
        .stream()
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

  private Set<UUID> store(List<PersonKeyCreatedV1> keys, boolean current) {
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
                        "shared", keys.stream().map(PersonKeys::sharedWith).toArray(String[]::new))
                    .bind("current", current)
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

  private static String sharedWith(PersonKeyCreatedV1 key) {
    return key.sharedWith() == null
        ? ""
        : key.sharedWith().stream().map(UUID::toString).collect(Collectors.joining(" "));
  }
}
