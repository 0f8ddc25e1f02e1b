package io.github.langgan.stack.launcher;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "doctor",
    description = "Checks whether this machine can run the stack, and says what to do if not.",
    mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    List<Finding> findings = new Doctor(Checkout.ours()).examine();
    findings.forEach(System.out::println);
    return findings.stream().allMatch(Finding::good) ? 0 : 1;
  }
}
