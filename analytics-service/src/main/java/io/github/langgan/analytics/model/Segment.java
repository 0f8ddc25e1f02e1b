package io.github.langgan.analytics.model;

import java.util.Arrays;

/**
 * The named groups that RFM practice knows. Each covers a rectangle of recency and frequency
 * scores; together they cover all, none twice. Monetary value says how much a group is worth, not
 * what to do with it, so it names none.
 */
public enum Segment {
  CHAMPIONS(5, 5, 4, 5),
  LOYAL(3, 4, 4, 5),
  POTENTIAL_LOYALISTS(4, 5, 2, 3),
  NEW_CUSTOMERS(5, 5, 1, 1),
  PROMISING(4, 4, 1, 1),
  NEED_ATTENTION(3, 3, 3, 3),
  ABOUT_TO_SLEEP(3, 3, 1, 2),
  CANNOT_LOSE(1, 2, 5, 5),
  AT_RISK(1, 2, 3, 4),
  HIBERNATING(1, 2, 1, 2);

  private final int lowestRecency;
  private final int highestRecency;
  private final int lowestFrequency;
  private final int highestFrequency;

  Segment(int lowestRecency, int highestRecency, int lowestFrequency, int highestFrequency) {
    this.lowestRecency = lowestRecency;
    this.highestRecency = highestRecency;
    this.lowestFrequency = lowestFrequency;
    this.highestFrequency = highestFrequency;
  }

  public static Segment of(RfmScores scores) {
    return Arrays.stream(values())
        .filter(segment -> segment.covers(scores.recency(), scores.frequency()))
        .findFirst()
        .orElseThrow();
  }

  boolean covers(int recency, int frequency) {
    return lowestRecency <= recency
        && recency <= highestRecency
        && lowestFrequency <= frequency
        && frequency <= highestFrequency;
  }

  /** The rule, for people. */
  public String rule() {
    return "recency score %s, frequency score %s"
        .formatted(range(lowestRecency, highestRecency), range(lowestFrequency, highestFrequency));
  }

  private static String range(int lowest, int highest) {
    return lowest == highest ? Integer.toString(lowest) : lowest + " to " + highest;
  }
}
