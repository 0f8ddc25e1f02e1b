package io.github.langgan.stack.launcher;

import io.github.langgan.stack.PortTaken;
import io.github.langgan.stack.demo.DemoCommand;
import io.github.langgan.stack.load.LoadCommand;
import io.github.langgan.stack.process.StartFailed;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The launcher's program. */
@Command(
    name = "./crm",
    description = "Langgan on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    mixinStandardHelpOptions = true,
    subcommands = {
      UpCommand.class,
      DownCommand.class,
      StatusCommand.class,
      LogsCommand.class,
      TokenCommand.class,
      DemoCommand.class,
      LoadCommand.class,
      BuildCommand.class,
      TestCommand.class,
      BenchCommand.class,
      FormatCommand.class,
      DoctorCommand.class,
      ResetCommand.class,
    })
public final class Crm {

  private Crm() {}

  public static void main(String[] args) {
    CommandLine commands = new CommandLine(new Crm());
    commands.setExecutionExceptionHandler(
        (failed, command, parsed) -> {
          if (failed instanceof PortTaken
              || failed instanceof StartFailed
              || failed instanceof Refused) {
            System.err.println(failed.getMessage());
            return 1;
          }
          throw failed;
        });
    System.exit(commands.execute(args));
  }
}
