package io.github.langgan.stack.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** Ports that nobody listens on at this moment. */
public final class FreePorts {

  // below the range from which systems take ports for outgoing connections
  private static final int FIRST = 20_000;
  private static final int END = 32_000;

  private FreePorts() {}

  /** All different. */
  public static List<Integer> find(int count) {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, END))
        .distinct()
        .filter(FreePorts::isFree)
        .limit(count)
        .boxed()
        .toList();
  }

  /** The first of so many free ports in a row. */
  public static int findRow(int count) {
    return IntStream.generate(() -> ThreadLocalRandom.current().nextInt(FIRST, END - count))
        .filter(first -> IntStream.range(first, first + count).allMatch(FreePorts::isFree))
        .findFirst()
        .orElseThrow();
  }

  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
      return socket.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
