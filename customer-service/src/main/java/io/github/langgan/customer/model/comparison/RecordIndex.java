package io.github.langgan.customer.model.comparison;

import io.github.langgan.customer.model.comparison.Blocks.Block;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All records in memory, about 0.9 KB each, so that those of one person find each other. A record
 * has a number, which it keeps. For one thread at a time; several may ask while none changes it.
 */
public final class RecordIndex {

  /** A key that more share tells nothing; those of one person share rarer ones, too. */
  static final int CROWD = 50;

  /** Unless it says much: then each is compared with the next ones, whoever they are. */
  static final int NEIGHBOURS = 5;

  private final Vocabulary vocabulary = new Vocabulary();
  private final Map<UUID, Integer> numbers = new HashMap<>();
  private final List<UUID> ids = new ArrayList<>();
  private final List<@Nullable Features> features = new ArrayList<>();
  private final List<int[]> keys = new ArrayList<>();
  private final Blocks blocks = new Blocks();
  private int size;

  public Vocabulary vocabulary() {
    return vocabulary;
  }

  /** How many records there are. */
  public int size() {
    return size;
  }

  /** The numbers of all records are below it. */
  public int numbered() {
    return ids.size();
  }

  public UUID id(int record) {
    return ids.get(record);
  }

  public Comparison compare(int one, int other) {
    return Comparison.of(at(one), at(other));
  }

  /** Null when there is no prospect that they are one. */
  public @Nullable Comparison compare(int one, int other, Prospects prospects) {
    return prospects.compare(at(one), at(other));
  }

  /** Persons are compared with persons only, organisations with organisations. */
  public boolean areComparable(int one, int other) {
    return contains(one) && contains(other) && at(one).kind() == at(other).kind();
  }

  public boolean contains(int record) {
    return features.get(record) != null;
  }

  /** Many at once, while it is empty; {@link #ready} ends it. */
  public void load(UUID id, Features record) {
    int number = take(id, record);
    for (int key : keys.get(number)) {
      blocks.append(key, number);
    }
  }

  public void ready() {
    blocks.sort();
  }

  /** The record as it is now; returns its number. */
  public int put(UUID id, Features record) {
    remove(id);
    int number = take(id, record);
    for (int key : keys.get(number)) {
      blocks.add(key, number);
    }
    return number;
  }

  public void remove(UUID id) {
    Integer number = numbers.get(id);
    if (number != null && contains(number)) {
      for (int key : keys.get(number)) {
        blocks.remove(key, number);
      }
      features.set(number, null);
      keys.set(number, new int[0]);
      size--;
    }
  }

  /** The records that are worth comparing with this one, ascending, each once. */
  public int[] candidates(int record) {
    int[] found = new int[64];
    int count = 0;
    for (int key : keys.get(record)) {
      Block block = blocks.of(key);
      int reach = reach(key, block.size());
      if (reach > 0 && block.size() > 1) {
        int place = reach < block.size() ? block.placeOf(record) : 0;
        int to = Math.min(block.size(), place + reach + 1);
        for (int other = Math.max(0, place - reach); other < to; other++) {
          found = count == found.length ? Arrays.copyOf(found, 2 * count) : found;
          found[count++] = block.record(other);
        }
      }
    }
    return othersOnce(found, count, record);
  }

  private static int[] othersOnce(int[] found, int count, int record) {
    Arrays.sort(found, 0, count);
    int kept = 0;
    for (int i = 0; i < count; i++) {
      if (found[i] != record && (kept == 0 || found[i] != found[kept - 1])) {
        found[kept++] = found[i];
      }
    }
    return Arrays.copyOf(found, kept);
  }

  private static int reach(int key, int size) {
    return size <= CROWD ? size : BlockingKeys.saysMuch(key) ? NEIGHBOURS : 0;
  }

  private int take(UUID id, Features record) {
    Integer known = numbers.get(id);
    int number = known == null ? ids.size() : known;
    if (known == null) {
      numbers.put(id, number);
      ids.add(id);
      features.add(record);
      keys.add(BlockingKeys.of(record));
    } else {
      features.set(number, record);
      keys.set(number, BlockingKeys.of(record));
    }
    size++;
    return number;
  }

  private Features at(int record) {
    return Objects.requireNonNull(features.get(record));
  }
}
