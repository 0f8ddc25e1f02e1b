package io.github.langgan.stack.load;

import io.github.langgan.stack.load.csv.CsvLine;

/** Makes items of a file's lines. The same file always gives the same ones in the same order. */
public interface LineTaker {

  void take(CsvLine line);

  /** There are no more lines. */
  void finish();
}
