package io.github.langgan.stack.gateway;

import io.github.langgan.stack.StackSetup;
import io.github.langgan.stack.issuer.Issuer;
import io.github.langgan.stack.process.HttpProbe;
import io.github.langgan.stack.process.JavaCommand;
import io.github.langgan.stack.process.ProcessSpec;
import java.nio.file.Path;
import java.util.List;

/** How gateway and issuer run in a local stack. */
public record GatewayLaunch(StackSetup setup) {

  public ProcessSpec spec() {
    Path program = setup.home().resolve("programs/gateway");
    List<String> command =
        JavaCommand.staged(
            program,
            GatewayProcess.class.getName(),
            List.of("-Xmx96m", "-XX:TieredStopAtLevel=1", "-XX:MaxDirectMemorySize=64m"),
            List.of(
                setup.host(),
                Integer.toString(setup.ports().first()),
                setup.home().resolve("data/issuer-key.json").toString()));
    return ProcessSpec.of("gateway", command, this::answers)
        .after(() -> setup.java().stage(program));
  }

  private boolean answers() {
    return HttpProbe.ok("http://%s:%d/".formatted(ownAddress(), setup.ports().gateway()))
        && HttpProbe.ok(Issuer.url(setup.ports().issuer()) + "/.well-known/openid-configuration");
  }

  private String ownAddress() {
    return setup.host().equals("0.0.0.0") ? StackSetup.LOOPBACK : setup.host();
  }
}
