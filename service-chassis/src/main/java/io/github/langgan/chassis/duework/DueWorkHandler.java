package io.github.langgan.chassis.duework;

import java.util.List;

/** Does the work of one kind. */
public interface DueWorkHandler {

  String kind();

  /** Whether this process may do it now; another one does it, if not. Asked before each batch. */
  default boolean mayRunHere() {
    return true;
  }

  /**
   * Runs inside the transaction that takes the items off the list, so each is done once. When this
   * throws, the items come again one by one, later each time, and are given up after ten attempts:
   * an operator sees them then. A handler may schedule the same kind and subject anew.
   */
  void run(List<DueItem> items);
}
