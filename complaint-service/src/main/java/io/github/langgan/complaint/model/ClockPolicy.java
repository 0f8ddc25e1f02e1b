package io.github.langgan.complaint.model;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How long a case may take until it is resolved, in calendar time. */
@Singleton
public class ClockPolicy {

  private final Map<CaseKind, Duration> byKind = new EnumMap<>(CaseKind.class);
  private final Map<CaseKind, Map<String, Duration>> byCategory = new EnumMap<>(CaseKind.class);

  @Inject
  ClockPolicy(ClockPromises promises) {
    this(promises.resolutionByKind(), promises.resolutionByCategory());
  }

  /** Throws when a kind of case has no promise, or when a promise is not longer than nothing. */
  ClockPolicy(Map<CaseKind, Duration> byKind, Map<CaseKind, Map<String, Duration>> byCategory) {
    for (CaseKind kind : CaseKind.values()) {
      this.byKind.put(kind, positive(kind.name(), byKind.get(kind)));
      Map<String, Duration> promises = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
      byCategory
          .getOrDefault(kind, Map.of())
          .forEach((category, promise) -> promises.put(category, positive(category, promise)));
      this.byCategory.put(kind, promises);
    }
  }

  public Duration resolutionWithin(CaseKind kind, String category) {
    return byCategory.get(kind).getOrDefault(category, byKind.get(kind));
  }

  private static Duration positive(String what, @Nullable Duration promise) {
    if (promise == null || !promise.isPositive()) {
      throw new IllegalArgumentException("no time to resolve is configured for " + what);
    }
    return promise;
  }
}
