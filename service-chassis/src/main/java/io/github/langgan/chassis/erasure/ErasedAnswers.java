package io.github.langgan.chassis.erasure;

import io.github.langgan.chassis.json.EventJson;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.ProblemBody;
import io.github.langgan.chassis.problem.Problems;
import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/**
 * What requests with an idempotency key were answered about somebody who was erased. The key stays
 * taken: a client that tries again would else bring the person back.
 */
@Singleton
public class ErasedAnswers {

  /** The answer to a batch has ids and outcomes of many, and stays. */
  private static final String OF_MANY = "\"items\":[";

  private static final String REPLACE =
      """
      UPDATE idempotency_key
         SET status = :status, headers = '{"Content-Type":"application/problem+json"}',
             body = :body
       WHERE EXISTS (SELECT FROM unnest(:subjects::text[]) AS s (subject)
                      WHERE position(convert_to(subject, 'UTF8') IN body) > 0
                         -- of an encrypted body only its Location can be read
                         OR position(subject IN headers::text) > 0)
         AND NOT EXISTS (SELECT FROM unnest(:harmless::text[]) AS h (text)
                          WHERE position(convert_to(text, 'UTF8') IN body) > 0)
      """;

  private final Jdbi jdbi;

  ErasedAnswers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * From now on a replay is answered 410. Reads all that is stored, so not under locks that others
   * wait for.
   *
   * @param harmless what answers hold that tell nothing of the person; they stay
   * @return how many there were
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public int replace(Collection<UUID> subjects, String... harmless) {
    var erased = ProblemBody.ofItem(Problem.of(Problems.ERASED), Locale.ENGLISH);
    return jdbi.withHandle(
        handle ->
            handle
                .createUpdate(REPLACE)
                .bind("status", Problems.ERASED.status())
                .bind("body", EventJson.write(erased))
                .bind("subjects", subjects.stream().map(UUID::toString).toArray(String[]::new))
                .bind(
                    "harmless",
                    Stream.concat(Stream.of(OF_MANY), Stream.of(harmless)).toArray(String[]::new))
                .execute());
  }
}
