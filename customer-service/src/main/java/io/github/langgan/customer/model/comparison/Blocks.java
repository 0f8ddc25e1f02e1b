package io.github.langgan.customer.model.comparison;

import java.util.Arrays;

/**
 * Which records have which key: sorted runs of entries, a key and a record's number each, cut by
 * the key's first bits, so that one more moves few others. Eight bytes an entry.
 */
final class Blocks {

  private static final int RUNS = 1 << 12;

  private static final int REST = 32 - 12;
  private static final int SMALLEST = 8;
  private static final int SHORT = 16;

  private final long[][] runs = new long[RUNS][];
  private final int[] sizes = new int[RUNS];

  /** Some entries of one run that follow each other: those of one key. */
  record Block(long[] entries, int from, int to) {

    int size() {
      return to - from;
    }

    /** Ascending numbers. */
    int record(int place) {
      return (int) entries[from + place];
    }

    int placeOf(int record) {
      long entry = entries[from] & 0xffffffff00000000L | record;
      return Arrays.binarySearch(entries, from, to, entry) - from;
    }
  }

  /** Out of order; {@link #sort} comes before the next question. */
  void append(int key, int record) {
    int run = makeRoom(key);
    runs[run][sizes[run]++] = entry(key, record);
  }

  void sort() {
    for (int run = 0; run < RUNS; run++) {
      if (runs[run] != null) {
        Arrays.sort(runs[run], 0, sizes[run]);
      }
    }
  }

  void add(int key, int record) {
    int run = makeRoom(key);
    int place = -1 - Arrays.binarySearch(runs[run], 0, sizes[run], entry(key, record));
    System.arraycopy(runs[run], place, runs[run], place + 1, sizes[run] - place);
    runs[run][place] = entry(key, record);
    sizes[run]++;
  }

  void remove(int key, int record) {
    int run = key >>> REST;
    int place = Arrays.binarySearch(runs[run], 0, sizes[run], entry(key, record));
    System.arraycopy(runs[run], place + 1, runs[run], place, sizes[run] - place - 1);
    sizes[run]--;
  }

  /** Of a key that some record has. */
  Block of(int key) {
    int run = key >>> REST;
    int from = firstFrom(run, entry(key, 0));
    return new Block(runs[run], from, end(key, from));
  }

  /** Most are short, and a crowd may be of thousands. */
  private int end(int key, int from) {
    int run = key >>> REST;
    int near = Math.min(sizes[run], from + SHORT);
    for (int to = from; to < near; to++) {
      if (keyAt(run, to) != key) {
        return to;
      }
    }
    return firstFrom(run, entry(key, 0) | 0xffffffffL);
  }

  private int keyAt(int run, int place) {
    return (int) (runs[run][place] >> 32);
  }

  private int firstFrom(int run, long entry) {
    int place = Arrays.binarySearch(runs[run], 0, sizes[run], entry);
    return place < 0 ? -1 - place : place;
  }

  private int makeRoom(int key) {
    int run = key >>> REST;
    if (runs[run] == null) {
      runs[run] = new long[SMALLEST];
    } else if (sizes[run] == runs[run].length) {
      runs[run] = Arrays.copyOf(runs[run], sizes[run] + sizes[run] / 4 + SMALLEST);
    }
    return run;
  }

  private static long entry(int key, int record) {
    return (long) key << 32 | record;
  }
}
