package io.github.langgan.loyalty.model.card;

import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Numbers that no card has. Drawn at random, so that one card says nothing about the next; what is
 * drawn may be taken by another transaction before it is stored, so the one who stores it looks.
 */
@Singleton
class FreeNumbers {

  /** That all of so many are taken happens where hardly any is free. */
  private static final int DRAWS = 20;

  /** The first place after a taken one, from a place on. Reads the index as far as that. */
  private static final String GAP =
      """
      SELECT place + 1 FROM (
        SELECT number, place, lead(place, 1, :capacity) OVER (ORDER BY number) AS next
          FROM (SELECT number, substr(number, :own, :digits)::bigint AS place FROM card
                 WHERE number BETWEEN :lowest AND :highest) taken) places
       WHERE next > place + 1 ORDER BY number LIMIT 1
      """;

  private final Jdbi jdbi;
  private final SecureRandom random = new SecureRandom();

  FreeNumbers(Jdbi jdbi) {
    this.jdbi = jdbi;
  }

  /**
   * @param draw which one it is for the same card, from 0
   * @return empty when the range has no free number any more
   */
  Optional<CardNumber> draw(CardRange range, int draw) {
    long place = random.nextLong(range.capacity());
    if (draw < DRAWS) {
      return Optional.of(CardNumber.at(range.prefix(), place));
    }
    return gap(range, place).or(() -> first(range)).or(() -> gap(range, 0));
  }

  private Optional<CardNumber> first(CardRange range) {
    CardNumber number = CardNumber.at(range.prefix(), 0);
    boolean taken =
        jdbi.withHandle(
            handle ->
                handle
                    .createQuery("SELECT EXISTS (SELECT FROM card WHERE number = :number)")
                    .bind("number", number.digits())
                    .mapTo(Boolean.class)
                    .one());
    return taken ? Optional.empty() : Optional.of(number);
  }

  private Optional<CardNumber> gap(CardRange range, long from) {
    int own = range.prefix().length();
    return jdbi.withHandle(
            handle ->
                handle
                    .createQuery(GAP)
                    .bind("own", own + 1)
                    .bind("digits", CardNumber.LENGTH - 1 - own)
                    .bind("capacity", range.capacity())
                    .bind("lowest", lowest(range, from))
                    .bind("highest", range.prefix() + "9".repeat(CardNumber.LENGTH - own))
                    .mapTo(Long.class)
                    .findOne())
        .map(place -> CardNumber.at(range.prefix(), place));
  }

  /** Whatever its check digit. */
  private static String lowest(CardRange range, long place) {
    return CardNumber.at(range.prefix(), place).digits().substring(0, CardNumber.LENGTH - 1) + "0";
  }
}
