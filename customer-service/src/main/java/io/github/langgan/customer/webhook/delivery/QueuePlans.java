package io.github.langgan.customer.webhook.delivery;

import org.jdbi.v3.core.Handle;

/**
 * How statements on lanes are planned, until the transaction ends. What the server knows of a queue
 * is from one moment, mostly an idle one: by plans for no rows, each of ten thousand waiting
 * messages was found by reading all the others (docs/adr/0019).
 */
final class QueuePlans {

  private static final String AS_IT_IS =
      """
      SELECT set_config('plan_cache_mode', 'force_custom_plan', true),
             set_config('enable_seqscan', 'off', true)
      """;

  private static final String IN_ORDER = "SET LOCAL enable_sort = off";

  private QueuePlans() {}

  /** By the tables' size now, and by an index. */
  static void use(Handle handle) {
    handle.createQuery(AS_IT_IS).mapTo(String.class).one();
  }

  /** The first message of a lane is what its index gives first, never what sorting finds. */
  static void takeFirst(Handle handle) {
    handle.execute(IN_ORDER);
  }
}
