package io.github.langgan.chassis.sql;

import org.jdbi.v3.core.Handle;

/**
 * How statements on tables that grow and empty fast are planned, until the transaction ends. What
 * the server knows of such a table is from one moment, mostly an idle one: by plans for no rows,
 * each of ten thousand waiting messages was found by reading all the others (docs/adr/0019).
 */
public final class PlansByIndex {

  private static final String BY_INDEX = "SET LOCAL enable_seqscan = off";

  private static final String AS_IT_IS = "SET LOCAL plan_cache_mode = force_custom_plan";

  private static final String IN_ORDER = "SET LOCAL enable_sort = off";

  private PlansByIndex() {}

  /** By an index. */
  public static void use(Handle handle) {
    handle.execute(BY_INDEX);
  }

  /**
   * By the table's size now as well. Not where many rows are added: their foreign keys would be
   * planned anew for each.
   */
  public static void useAnew(Handle handle) {
    handle.execute(BY_INDEX + ";" + AS_IT_IS);
  }

  /** By an index, and what is wanted first is what it gives first, never what sorting finds. */
  public static void takeFirst(Handle handle) {
    handle.execute(BY_INDEX + ";" + IN_ORDER);
  }
}
