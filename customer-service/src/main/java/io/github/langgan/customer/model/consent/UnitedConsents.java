package io.github.langgan.customer.model.consent;

import static io.github.langgan.customer.model.consent.Hindrance.DEATH;

import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a merge does to whether the survivor may be contacted. */
@Singleton
public class UnitedConsents {

  private final Purposes purposes;
  private final ConsentActs acts;
  private final Hindrances hindrances;

  UnitedConsents(Purposes purposes, ConsentActs acts, Hindrances hindrances) {
    this.purposes = purposes;
    this.acts = acts;
    this.hindrances = hindrances;
  }

  /**
   * @param acts of the merged record, which count for the survivor from then on
   * @param gained what the survivor may be contacted for only since
   * @param lost what it may no longer be contacted for
   */
  public record Effects(int acts, List<Changed> gained, List<Changed> lost) {}

  /** By the words of both, and by what keeps either from being contacted. */
  public record Changed(String purpose, ContactChannel channel, Verdict.Reason reason) {}

  /** Of two records that are not merged yet. */
  public Effects of(UUID survivor, UUID merged, Instant at) {
    var said = acts.of(List.of(survivor, merged), null);
    List<ConsentAct> own = said.getOrDefault(survivor, List.of());
    List<ConsentAct> others = said.getOrDefault(merged, List.of());
    Map<UUID, Hindrance> hindered = hindrances.at(List.of(survivor, merged), at, at);
    Effects effects = new Effects(others.size(), new ArrayList<>(), new ArrayList<>());
    if (!others.isEmpty() || hindered.containsKey(merged)) {
      List<ConsentAct> all = Stream.concat(own.stream(), others.stream()).toList();
      @Nullable Hindrance hers = hindered.get(survivor);
      @Nullable Hindrance ofBoth = hindered.containsValue(DEATH) ? DEATH : anyOf(hindered);
      for (Purpose purpose : purposes.all()) {
        for (ContactChannel channel : ContactChannel.values()) {
          boolean before = ContactRules.judge(purpose, channel, at, own, hers).permitted();
          Verdict after = ContactRules.judge(purpose, channel, at, all, ofBoth);
          if (before != after.permitted()) {
            (before ? effects.lost : effects.gained)
                .add(new Changed(purpose.code(), channel, after.reason()));
          }
        }
      }
    }
    return effects;
  }

  private static @Nullable Hindrance anyOf(Map<UUID, Hindrance> hindered) {
    return hindered.values().stream().findAny().orElse(null);
  }
}
