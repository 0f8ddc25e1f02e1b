package io.github.langgan.stack.postgres;

import io.github.langgan.stack.process.Completed;
import io.github.langgan.stack.process.StackModule;
import java.nio.file.Path;
import java.util.List;

/** The programs of PostgreSQL for this machine. */
record PostgresBinaries(Path folder) {

  /** Unpacked once for all stacks of a checkout. */
  static PostgresBinaries of(StackModule module) {
    return new PostgresBinaries(
        module
            .programs()
            .program(
                "postgresql",
                module.fingerprintOf("io.zonky.test.postgres."),
                draft -> unpack(module, draft)));
  }

  String program(String name) {
    return folder.resolve("bin").resolve(name).toString();
  }

  private static void unpack(StackModule module, Path draft) {
    Completed.of(
        module.builtCommand(UnpackPostgres.class, List.of("-Xmx128m"), List.of(draft.toString())),
        "");
  }
}
