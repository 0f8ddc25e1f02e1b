package io.github.langgan.chassis.sample;

import io.github.langgan.chassis.id.UuidV7;
import io.github.langgan.chassis.paging.Cursor;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

@Singleton
public class Notes {

  private final Jdbi jdbi;

  Notes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  @Transactional
  public NoteView write(WriteNote note) {
    var id = UuidV7.next();
    jdbi.useHandle(
        h ->
            h.createUpdate("INSERT INTO note VALUES (:id, :code, :text, :amount, :at, 1)")
                .bind("id", id)
                .bind("code", note.code())
                .bind("text", note.text())
                .bind("amount", note.amount())
                .bind("at", note.writtenAt().atOffset(ZoneOffset.UTC))
                .execute());
    return find(id).orElseThrow();
  }

  @Transactional
  public Optional<NoteView> find(UUID id) {
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT * FROM note WHERE id = :id")
                .bind("id", id)
                .mapTo(NoteView.class)
                .findOne());
  }

  @Transactional
  public List<NoteView> after(Optional<Cursor> after, int limit) {
    var last = after.map(cursor -> cursor.uuid(0)).orElse(new UUID(0, 0));
    return jdbi.withHandle(
        h ->
            h.createQuery("SELECT * FROM note WHERE id > :last ORDER BY id LIMIT :limit")
                .bind("last", last)
                .bind("limit", limit)
                .mapTo(NoteView.class)
                .list());
  }

  @Transactional
  public NoteView change(UUID id, UpdateNote change) {
    jdbi.useHandle(
        h ->
            h.createUpdate(
                    "UPDATE note SET code = :code, text = :text, version = version + 1 WHERE id = :id")
                .bind("id", id)
                .bind("code", change.code())
                .bind("text", change.text())
                .execute());
    return find(id).orElseThrow();
  }

  @Transactional
  public long count() {
    return jdbi.withHandle(h -> h.createQuery("SELECT count(*) FROM note").mapTo(Long.class).one());
  }
}
