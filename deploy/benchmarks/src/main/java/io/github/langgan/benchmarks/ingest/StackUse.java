package io.github.langgan.benchmarks.ingest;

import io.github.langgan.stack.LocalStack;
import io.github.langgan.stack.process.ProcessIdentity;
import io.github.langgan.stack.process.ResidentMemory;

/** What all processes of a stack take of the machine. */
public record StackUse(LocalStack stack) {

  public double processorSeconds() {
    return stack.processes().stream().mapToDouble(ProcessorTime::seconds).sum();
  }

  long residentMebibytes() {
    return stack.processes().stream()
        .flatMap(process -> process.identity().stream())
        .mapToLong(ProcessIdentity::pid)
        .map(pid -> ResidentMemory.ofTree(pid).toMebibytes())
        .sum();
  }
}
