package io.github.langgan.loyalty.representation;

import io.github.langgan.loyalty.model.tier.Held;
import io.github.langgan.loyalty.model.tier.Level;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

@Schema(name = "NextTier", description = "The level above.")
public record NextTierView(
    @Schema(required = true) String code,
    @Schema(required = true) String name,
    @Schema(required = true) String from,
    @Schema(required = true, description = "What more must count in the period") String missing) {

  /** Null on the highest level. */
  public static @Nullable NextTierView after(Held held) {
    List<Level> levels = held.scheme().levels();
    if (held.rank() + 1 == levels.size()) {
      return null;
    }
    Level next = levels.get(held.rank() + 1);
    return new NextTierView(
        next.code(),
        next.name(),
        plain(next.from()),
        plain(next.from().subtract(held.standing().amount()).max(BigDecimal.ZERO)));
  }

  /** Without zeros that say nothing. */
  public static String plain(BigDecimal amount) {
    return amount.signum() == 0 ? "0" : amount.stripTrailingZeros().toPlainString();
  }
}
