package io.github.langgan.stack.demo.retailer;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.zip.CRC32;

/**
 * Chance that depends on nothing but a seed and on what is drawn: person 17 is the same person,
 * however many others there are.
 */
final class Draw {

  private final SplittableRandom random;

  private Draw(long seed) {
    this.random = new SplittableRandom(seed);
  }

  static Draw of(long seed, String what, long... numbers) {
    return new Draw(mixed(seed, what, numbers));
  }

  /** From 0 to below 1. */
  static double share(long seed, String what, long... numbers) {
    return (mixed(seed, what, numbers) >>> 11) * 0x1.0p-53;
  }

  double share() {
    return random.nextDouble();
  }

  boolean chance(double probability) {
    return random.nextDouble() < probability;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Both included. */
  int between(int least, int most) {
    return random.nextInt(least, most + 1);
  }

  <T> T one(List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  <T> T one(List<T> of, ToDoubleFunction<T> weight) {
    double left = random.nextDouble() * of.stream().mapToDouble(weight).sum();
    for (T each : of) {
      left -= weight.applyAsDouble(each);
      if (left < 0) {
        return each;
      }
    }
    return of.getLast();
  }

  /** Mostly 0, then 1, and ever fewer of the larger ones. */
  int few(double chanceOfMore, int most) {
    int count = 0;
    while (count < most && chance(chanceOfMore)) {
      count++;
    }
    return count;
  }

  private static long mixed(long seed, String what, long... numbers) {
    CRC32 name = new CRC32();
    name.update(what.getBytes(StandardCharsets.UTF_8));
    long mixed = mix(seed + name.getValue() * 0x9e3779b97f4a7c15L);
    for (long number : numbers) {
      mixed = mix(mixed ^ number * 0xd6e8feb86659fd93L);
    }
    return mixed;
  }

  /** The finalizer of SplitMix64. */
  private static long mix(long z) {
    z = (z ^ z >>> 30) * 0xbf58476d1ce4e5b9L;
    z = (z ^ z >>> 27) * 0x94d049bb133111ebL;
    return z ^ z >>> 31;
  }
}
