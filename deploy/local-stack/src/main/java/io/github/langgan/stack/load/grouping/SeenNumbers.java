package io.github.langgan.stack.load.grouping;

/**
 * Remembers texts by 64 bits each: 16 bytes of memory for a text of any length. Of ten million
 * numbers, one is taken for another with a chance of one in 370,000.
 */
final class SeenNumbers {

  private static final long FNV_OFFSET = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private long[] slots = new long[1 << 10];
  private int count;

  void add(String number) {
    if (count * 2 >= slots.length) {
      grow();
    }
    count += put(slots, hash(number)) ? 1 : 0;
  }

  boolean contains(String number) {
    long hash = hash(number);
    return slots[place(slots, hash)] == hash;
  }

  private void grow() {
    long[] larger = new long[slots.length * 2];
    for (long hash : slots) {
      if (hash != 0) {
        put(larger, hash);
      }
    }
    slots = larger;
  }

  private static boolean put(long[] slots, long hash) {
    int place = place(slots, hash);
    boolean isNew = slots[place] == 0;
    slots[place] = hash;
    return isNew;
  }

  /** Where it stands, or would. */
  private static int place(long[] slots, long hash) {
    int place = (int) (hash >>> 32) & slots.length - 1;
    while (slots[place] != 0 && slots[place] != hash) {
      place = place + 1 & slots.length - 1;
    }
    return place;
  }

  /** FNV-1a, then mixed so that all bits depend on all; never 0, which marks a free slot. */
  private static long hash(String text) {
    long hash = FNV_OFFSET;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    hash = (hash ^ hash >>> 33) * 0xff51afd7ed558ccdL;
    hash = (hash ^ hash >>> 33) * 0xc4ceb9fe1a85ec53L;
    hash ^= hash >>> 33;
    return hash == 0 ? 1 : hash;
  }
}
