package io.github.langgan.stack;

import io.github.langgan.stack.process.FreePorts;
import io.github.langgan.stack.service.Service;
import java.util.LinkedHashMap;
import java.util.Map;

/** Ten ports in a row; the first is the gateway's, the one that people see. */
public record StackPorts(int first) {

  public static final int COUNT = 10;

  public static StackPorts free() {
    return new StackPorts(FreePorts.findRow(COUNT));
  }

  public int gateway() {
    return first;
  }

  public int issuer() {
    return first + 1;
  }

  public int of(Service service) {
    return first + 2 + service.ordinal();
  }

  public int postgresql() {
    return first + 7;
  }

  public int kafka() {
    return first + 8;
  }

  public int kafkaController() {
    return first + 9;
  }

  /** What listens where, by the name of the process. */
  public Map<Integer, String> owners() {
    Map<Integer, String> owners = new LinkedHashMap<>();
    owners.put(gateway(), "gateway");
    owners.put(issuer(), "gateway");
    for (Service service : Service.values()) {
      owners.put(of(service), service.id());
    }
    owners.put(postgresql(), "postgresql");
    owners.put(kafka(), "kafka");
    owners.put(kafkaController(), "kafka");
    return owners;
  }
}
