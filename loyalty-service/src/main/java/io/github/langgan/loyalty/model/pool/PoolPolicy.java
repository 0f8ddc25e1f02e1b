package io.github.langgan.loyalty.model.pool;

import org.jspecify.annotations.Nullable;

/**
 * What pools of a program have to keep to.
 *
 * @param membersAtMost invited ones too
 * @param waitDays for so long who left a pool joins no other; null: it may at once
 * @param version 0: nobody has stated one
 */
public record PoolPolicy(
    boolean allowed, int membersAtMost, @Nullable Integer waitDays, long version) {

  public static final int USUAL_MEMBERS = 10;

  static final PoolPolicy NONE = new PoolPolicy(false, USUAL_MEMBERS, null, 0);
}
