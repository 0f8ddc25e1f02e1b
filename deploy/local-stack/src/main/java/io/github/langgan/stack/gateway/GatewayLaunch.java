package io.github.langgan.stack.gateway;

import io.github.langgan.stack.StackSetup;
import io.github.langgan.stack.process.HttpProbe;
import io.github.langgan.stack.process.ProcessSpec;
import java.util.List;

/** How gateway and issuer run in a local stack. */
public record GatewayLaunch(StackSetup setup) {

  private static final String NAME = "gateway";

  public ProcessSpec spec() {
    return ProcessSpec.of(NAME, this::command, this::answers);
  }

  private List<String> command() {
    return setup
        .module()
        .command(
            NAME,
            GatewayProcess.class,
            List.of("-Xmx96m", "-XX:MaxDirectMemorySize=64m"),
            List.of(
                setup.host(),
                Integer.toString(setup.ports().first()),
                setup.home().resolve("data/issuer-key.json").toString()));
  }

  private boolean answers() {
    return HttpProbe.ok("http://%s:%d/".formatted(ownAddress(), setup.ports().gateway()))
        && HttpProbe.ok(setup.issuer().url() + "/.well-known/openid-configuration");
  }

  private String ownAddress() {
    return setup.host().equals("0.0.0.0") ? StackSetup.LOOPBACK : setup.host();
  }
}
