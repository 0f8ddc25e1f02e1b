package io.github.langgan.chassis.erasure;

import io.github.langgan.chassis.alias.Aliases;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * The ids of whom nothing is stored any more, under whatever id it comes. A writer resolves its ids
 * first ({@link Aliases#resolve} or {@link Aliases#hold}) and asks then: from there on nobody is
 * erased until its transaction ends.
 */
@Singleton
public class ErasedSubjects {

  private static final String ADD =
      """
      INSERT INTO erased_subject (subject, erased_at)
      SELECT DISTINCT subject, :at FROM unnest(:subjects::uuid[]) AS s (subject) ORDER BY subject
      ON CONFLICT DO NOTHING
      """;

  private final Jdbi jdbi;
  private final Aliases aliases;
  private final DestroyKeys destroyKeys;

  ErasedSubjects(Jdbi jdbi, Aliases aliases, DestroyKeys destroyKeys) {
    this.jdbi = jdbi;
    this.aliases = aliases;
    this.destroyKeys = destroyKeys;
  }

  /**
   * Waits for all who write; after the commit nobody writes anything about these, and nobody reads
   * what was published of them. To be called before any row is locked that such a writer may wait
   * for.
   */
  @Transactional(TxType.MANDATORY)
  public void add(Collection<UUID> subjects, Instant at) {
    aliases.lock();
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(ADD)
                .bind("subjects", subjects.toArray(UUID[]::new))
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
    destroyKeys.of(subjects);
  }

  /** Those of these that were erased. */
  public Set<UUID> among(Collection<UUID> ids) {
    if (ids.isEmpty()) {
      return Set.of();
    }
    return jdbi.withHandle(
        handle ->
            new HashSet<>(
                handle
                    .createQuery("SELECT subject FROM erased_subject WHERE subject = ANY(:ids)")
                    .bind("ids", ids.toArray(UUID[]::new))
                    .mapTo(UUID.class)
                    .list()));
  }

  public boolean contains(UUID id) {
    return erasedAt(id).isPresent();
  }

  public Optional<Instant> erasedAt(UUID id) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT erased_at FROM erased_subject WHERE subject = :id")
                .bind("id", id)
                .mapTo(Instant.class)
                .findOne());
  }
}
