package io.github.langgan.customer.registration.importing;

import io.github.langgan.chassis.duework.RecurringWork;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jdbi.v3.core.Jdbi;

/** Deletes imports with their results some time after their end, and files that broke off. */
@Singleton
class ForgetImports implements RecurringWork {

  private static final Duration PAUSE = Duration.ofHours(1);

  /** Without a piece for so long, a file that is being received has lost its sender or receiver. */
  private static final Duration BROKEN_OFF = Duration.ofHours(1);

  private static final int AT_A_TIME = 10;

  private static final String FORGET =
      """
      DELETE FROM customer_import WHERE id IN (
        SELECT id FROM customer_import
         WHERE ended_at < :kept OR state = 'RECEIVING' AND worked_at < :brokenOff
         LIMIT :atATime)
      """;

  private final Jdbi jdbi;
  private final Clock clock;
  private final Duration kept;

  ForgetImports(
      Jdbi jdbi,
      Clock clock,
      @ConfigProperty(name = "langgan.customer.imports.kept", defaultValue = "P30D")
          Duration kept) {
    this.jdbi = jdbi;
    this.clock = clock;
    this.kept = kept;
  }

  @Override
  public String kind() {
    return "forget-imports";
  }

  @Override
  public Next run(String payload) {
    Instant now = clock.instant();
    int forgotten =
        jdbi.withHandle(
            handle ->
                handle
                    .createUpdate(FORGET)
                    .bind("kept", now.minus(kept).atOffset(ZoneOffset.UTC))
                    .bind("brokenOff", now.minus(BROKEN_OFF).atOffset(ZoneOffset.UTC))
                    .bind("atATime", AT_A_TIME)
                    .execute());
    return forgotten == AT_A_TIME ? Next.atOnce("") : Next.after(PAUSE);
  }
}
