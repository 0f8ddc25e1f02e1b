package io.github.langgan.chassis.ratelimit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;

/** {@code langgan.rate-limit.*}: generous, because bulk loaders are welcome. */
@ConfigMapping(prefix = "langgan.rate-limit")
public interface RateLimits {

  @WithDefault("2000")
  long perSecond();

  @WithDefault("4000")
  long burst();

  /** Other limits for single clients: {@code langgan.rate-limit.client.<id>.per-second}. */
  Map<String, Limit> client();

  /** What one client may. */
  interface Limit {
    long perSecond();

    long burst();
  }
}
