package io.github.langgan.stack.demo.retailer;

/** How somebody shops: the segments that are planted. */
public enum Habit {
  /** Comes every other week or more, all the time. */
  LOYAL(1 / 9.0, 1),
  /** Comes now and then. */
  OCCASIONAL(1 / 55.0, 0.45),
  /** Came often, and hasn't for months. */
  LAPSING(1 / 14.0, 0.6);

  final double visitsPerDay;
  final double shareOfMembers;

  Habit(double visitsPerDay, double shareOfMembers) {
    this.visitsPerDay = visitsPerDay;
    this.shareOfMembers = shareOfMembers;
  }

  static Habit draw(Draw draw) {
    int percent = draw.below(100);
    return percent < 25 ? LOYAL : percent < 75 ? OCCASIONAL : LAPSING;
  }
}
