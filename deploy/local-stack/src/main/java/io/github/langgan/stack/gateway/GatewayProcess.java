package io.github.langgan.stack.gateway;

import io.github.langgan.stack.StackPorts;
import io.github.langgan.stack.issuer.Issuer;
import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpServerOptions;
import java.nio.file.Path;

/** The process of gateway and issuer. */
public final class GatewayProcess {

  private static final int EVENT_LOOPS = Math.min(4, Runtime.getRuntime().availableProcessors());

  private GatewayProcess() {}

  /** Takes the host to listen on, the first of the stack's ports, and the issuer's key file. */
  public static void main(String[] args) {
    StackPorts ports = new StackPorts(Integer.parseInt(args[1]));
    Issuer.start(ports.issuer(), Path.of(args[2]));
    Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(EVENT_LOOPS));
    vertx
        .deployVerticle(
            () -> new Listener(args[0], ports), new DeploymentOptions().setInstances(EVENT_LOOPS))
        .onFailure(
            failed -> {
              System.out.println("The gateway can't listen: " + failed.getMessage());
              System.exit(1);
            });
  }

  private static final class Listener extends AbstractVerticle {

    private final String host;
    private final StackPorts ports;

    Listener(String host, StackPorts ports) {
      this.host = host;
      this.ports = ports;
    }

    @Override
    public void start(Promise<Void> started) {
      HttpServerOptions options =
          new HttpServerOptions()
              .setHost(host)
              .setPort(ports.gateway())
              .setHandle100ContinueAutomatically(true)
              .setMaxInitialLineLength(16 * 1024)
              .setMaxHeaderSize(32 * 1024);
      vertx
          .createHttpServer(options)
          .requestHandler(new Gateway(Upstreams.of(ports, vertx))::handle)
          .listen()
          .<Void>mapEmpty()
          .onComplete(started);
    }
  }
}
