package io.github.langgan.loyalty.liability;

import io.github.langgan.loyalty.liability.LiabilityView.PeriodView;
import java.util.List;
import java.util.Locale;

/**
 * The periods as a picture: above what is owed at their ends, below what came and what went. Each
 * bar says its number when it is pointed at, or read aloud.
 */
final class LiabilityChart {

  private static final int WIDTH = 960;
  private static final int HEIGHT = 420;
  private static final int LEFT = 90;
  private static final int OWED_TOP = 40;
  private static final int OWED_BASE = 220;
  private static final int FLOW_BASE = 310;
  private static final int FLOW_HEIGHT = 70;

  private final List<PeriodView> periods;
  private final StringBuilder svg = new StringBuilder();
  private final double slot;

  private LiabilityChart(List<PeriodView> periods) {
    this.periods = periods;
    this.slot = (WIDTH - LEFT - 20.0) / Math.max(1, periods.size());
  }

  static String of(LiabilityView report) {
    return new LiabilityChart(report.periods()).draw();
  }

  private String draw() {
    add(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\""
            + " font-family=\"sans-serif\" font-size=\"12\"><title>Points owed to members</title>"
            + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>",
        WIDTH, HEIGHT);
    long mostOwed = periods.stream().mapToLong(PeriodView::closing).max().orElse(0);
    long mostMoved =
        periods.stream().mapToLong(one -> Math.max(came(one), went(one))).max().orElse(0);
    scale("owed", mostOwed, OWED_TOP, OWED_BASE);
    scale("came", mostMoved, FLOW_BASE - FLOW_HEIGHT, FLOW_BASE);
    text(LEFT - 8, FLOW_BASE + FLOW_HEIGHT, "end", "went " + number(mostMoved));
    int every = Math.max(1, (int) Math.ceil(periods.size() / 12.0));
    for (int i = 0; i < periods.size(); i++) {
      PeriodView period = periods.get(i);
      double owed = share(period.closing(), mostOwed) * (OWED_BASE - OWED_TOP);
      bar(i, OWED_BASE - owed, owed, "#4c6a92", period.start() + " owed", period.closing());
      double came = share(came(period), mostMoved) * FLOW_HEIGHT;
      bar(i, FLOW_BASE - came, came, "#5a9367", period.start() + " came", came(period));
      double redeemed =
          share(period.redeemed() + period.returned() - period.reversed(), mostMoved) * FLOW_HEIGHT;
      double expired = share(period.expired(), mostMoved) * FLOW_HEIGHT;
      bar(
          i,
          FLOW_BASE,
          redeemed,
          "#c98c3b",
          period.start() + " redeemed and returned",
          period.redeemed() + period.returned() - period.reversed());
      bar(
          i,
          FLOW_BASE + redeemed,
          expired,
          "#9b9b9b",
          period.start() + " expired",
          period.expired());
      if (i % every == 0) {
        text(
            LEFT + (i + 0.5) * slot,
            HEIGHT - 12,
            "middle",
            period.start().toString().substring(0, 7));
      }
    }
    return svg.append("</svg>\n").toString();
  }

  private static long came(PeriodView period) {
    return period.issued() + period.compensated() + period.granted();
  }

  private static long went(PeriodView period) {
    return period.redeemed() + period.returned() - period.reversed() + period.expired();
  }

  private static double share(long value, long most) {
    return most <= 0 ? 0 : Math.max(0, (double) value / most);
  }

  private void scale(String what, long most, int top, int base) {
    add("<path d=\"M%d %dV%dH%d\" fill=\"none\" stroke=\"#888\"/>", LEFT, top, base, WIDTH - 20);
    text(LEFT - 8, top + 4, "end", what + " " + number(most));
    text(LEFT - 8, base + 4, "end", "0");
  }

  private void bar(int index, double y, double height, String color, String what, long value) {
    if (height > 0) {
      add(
          "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" fill=\"%s\"><title>%s: %s"
              + "</title></rect>",
          LEFT + (index + 0.1) * slot, y, 0.8 * slot, height, color, what, number(value));
    }
  }

  private void text(double x, double y, String anchor, String words) {
    add("<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>", x, y, anchor, words);
  }

  private static String number(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  private void add(String format, Object... values) {
    svg.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
