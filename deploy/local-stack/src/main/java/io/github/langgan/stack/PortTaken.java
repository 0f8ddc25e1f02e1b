package io.github.langgan.stack;

import io.github.langgan.stack.process.FreePorts;
import io.github.langgan.stack.process.PortOwner;
import io.github.langgan.stack.process.StackProcess;
import java.util.List;

/** Someone else listens on a port that we need; the message says who. */
public final class PortTaken extends RuntimeException {

  private PortTaken(int port, String ours) {
    super(
        "Port %d, needed by %s, is taken by %s. Stop that, or move: ./crm up --port %d"
            .formatted(port, ours, PortOwner.of(port), FreePorts.findRow(StackPorts.COUNT)));
  }

  static void check(StackPorts ports, List<StackProcess> toStart) {
    List<String> names = toStart.stream().map(StackProcess::name).toList();
    ports
        .owners()
        .forEach(
            (port, owner) -> {
              if (names.contains(owner) && !FreePorts.isFree(port)) {
                throw new PortTaken(port, owner);
              }
            });
  }
}
