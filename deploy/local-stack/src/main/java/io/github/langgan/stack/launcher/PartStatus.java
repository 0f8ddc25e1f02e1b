package io.github.langgan.stack.launcher;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.process.ProcessIdentity;
import io.github.langgan.stack.process.ResidentMemory;
import io.github.langgan.stack.process.StackProcess;
import io.github.langgan.stack.service.Service;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a process of the stack is.
 *
 * @param rssMiB with its children, pages that they share counted once; 0 when it doesn't run
 */
record PartStatus(
    String name, String kind, @Nullable Long pid, int port, boolean healthy, long rssMiB) {

  static List<PartStatus> of(LocalStack stack) {
    Map<String, Integer> ports =
        stack.setup().ports().owners().entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey, Math::min));
    return stack.processes().stream()
        .map(process -> of(process, ports.get(process.name())))
        .toList();
  }

  JsonObject toJson() {
    return new JsonObject()
        .put("name", name)
        .put("kind", kind)
        .put("pid", pid)
        .put("port", port)
        .put("healthy", healthy)
        .put("rssMiB", rssMiB);
  }

  private static PartStatus of(StackProcess process, int port) {
    Long pid = process.identity().map(ProcessIdentity::pid).orElse(null);
    return new PartStatus(
        process.name(),
        Service.named(process.name()).isPresent() ? "service" : "server",
        pid,
        port,
        process.healthy(),
        pid == null ? 0 : ResidentMemory.ofTree(pid).toMebibytes());
  }
}
