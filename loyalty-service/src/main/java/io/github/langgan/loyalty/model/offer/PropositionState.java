package io.github.langgan.loyalty.model.offer;

import java.util.Set;

/** Offers are extended while it is ACTIVE; ENDED for good. */
public enum PropositionState {
  DRAFT,
  ACTIVE,
  PAUSED,
  ENDED;

  public boolean mayBecome(PropositionState next) {
    return switch (this) {
      case DRAFT -> Set.of(ACTIVE, ENDED).contains(next);
      case ACTIVE -> Set.of(PAUSED, ENDED).contains(next);
      case PAUSED -> Set.of(ACTIVE, ENDED).contains(next);
      case ENDED -> false;
    };
  }
}
