package io.github.langgan.loyalty.model.tier;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.chassis.json.EventJson;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A scheme as it is stored. */
public record TierSchemeRow(int version, Instant effectiveFrom, Says says) {

  /** What the column {@code says} keeps. */
  public record Says(
      Basis basis,
      @Nullable TierPeriod period,
      boolean compensations,
      List<Level> levels,
      Validity validity,
      Downgrade downgrade,
      Set<FreezeReason> freezes) {}

  /** What a program's query answers for all its versions. */
  public static List<TierScheme> all(@Nullable String json) {
    return json == null
        ? List.of()
        : List.of(EventJson.read(json.getBytes(UTF_8), TierSchemeRow[].class)).stream()
            .map(TierSchemeRow::scheme)
            .toList();
  }

  public static String says(TierScheme scheme) {
    return new String(
        EventJson.write(
            new Says(
                scheme.basis(),
                scheme.period(),
                scheme.compensations(),
                scheme.levels(),
                scheme.validity(),
                scheme.downgrade(),
                scheme.freezes())),
        UTF_8);
  }

  private TierScheme scheme() {
    return new TierScheme(
        version,
        effectiveFrom,
        says.basis(),
        says.period(),
        says.compensations(),
        says.levels(),
        says.validity(),
        says.downgrade(),
        says.freezes());
  }
}
