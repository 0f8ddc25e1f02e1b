package io.github.langgan.customer.model.consent;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What customers are contacted for, and the texts that they are shown: some dozens. */
@Singleton
public class Purposes {

  private static final String COLUMNS =
      "code, title, lawful_basis, valid_months, introduced_at, retired_at";

  private final Jdbi jdbi;

  Purposes(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /** Of one version, in one language. */
  public record Text(
      String purpose, int version, String language, String body, Instant introducedAt) {}

  /** False when there is one of that code. */
  public boolean add(Purpose purpose) {
    return jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(
                        """
                        INSERT INTO consent_purpose (code, title, lawful_basis, valid_months,
                                                     introduced_at)
                        VALUES (:code, :title, :basis, :months, :at)
                            ON CONFLICT DO NOTHING
                        """)
                    .bind("code", purpose.code())
                    .bind("title", purpose.title())
                    .bind("basis", purpose.lawfulBasis())
                    .bind("months", purpose.validMonths())
                    .bind("at", purpose.introducedAt().atOffset(ZoneOffset.UTC))
                    .execute())
        == 1;
  }

  public Optional<Purpose> find(String code) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM consent_purpose WHERE code = :code")
                .bind("code", code)
                .mapTo(Purpose.class)
                .findOne());
  }

  /** The purpose, which nobody else changes until the transaction ends. */
  public Optional<Purpose> lock(String code) {
    jdbi.useHandle(
        handle ->
            handle
                .createQuery("SELECT code FROM consent_purpose WHERE code = :code FOR UPDATE")
                .bind("code", code)
                .mapTo(String.class)
                .findOne());
    return find(code);
  }

  public List<Purpose> all() {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery("SELECT " + COLUMNS + " FROM consent_purpose ORDER BY code")
                .mapTo(Purpose.class)
                .list());
  }

  /** The first time counts. */
  public void retire(String code, Instant at) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    UPDATE consent_purpose SET retired_at = :at
                     WHERE code = :code AND retired_at IS NULL
                    """)
                .bind("code", code)
                .bind("at", at.atOffset(ZoneOffset.UTC))
                .execute());
  }

  public void addTexts(List<Text> texts) {
    jdbi.useHandle(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO consent_text (purpose, version, language, body, introduced_at)
                    SELECT :purpose, :version, t.language, t.body, :at
                      FROM unnest(:languages::text[], :bodies::text[]) AS t (language, body)
                    """)
                .bind("purpose", texts.getFirst().purpose)
                .bind("version", texts.getFirst().version)
                .bind("languages", texts.stream().map(Text::language).toArray(String[]::new))
                .bind("bodies", texts.stream().map(Text::body).toArray(String[]::new))
                .bind("at", texts.getFirst().introducedAt.atOffset(ZoneOffset.UTC))
                .execute());
  }

  /** Of all versions, the latest first. */
  public List<Text> texts(List<String> codes) {
    return jdbi.withHandle(
        handle ->
            handle
                .createQuery(
                    """
                    SELECT purpose, version, language, body, introduced_at FROM consent_text
                     WHERE purpose = ANY(:codes) ORDER BY purpose, version DESC, language
                    """)
                .bind("codes", codes.toArray(String[]::new))
                .mapTo(Text.class)
                .list());
  }
}
