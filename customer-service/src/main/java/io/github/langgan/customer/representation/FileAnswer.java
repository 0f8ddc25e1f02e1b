package io.github.langgan.customer.representation;

import io.vertx.core.http.HttpServerRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * An answer that is a file. When it breaks off, the line is cut before anything else is answered: a
 * problem would end the file as if it were whole, and part of it.
 */
public final class FileAnswer {

  private static final long MOMENT = Duration.ofMillis(1).toNanos();

  private FileAnswer() {}

  public static Response.ResponseBuilder of(
      FileFormat format, StreamingOutput file, HttpServerRequest request) {
    StreamingOutput cutWhenItFails =
        out -> {
          try {
            file.write(out);
          } catch (IOException | RuntimeException failure) {
            if (request.response().headWritten()) {
              cut(request);
            }
            throw failure;
          }
        };
    return Response.ok(cutWhenItFails, format.type());
  }

  /** Returns when nothing more can be answered; a line that takes nothing is cut when idle. */
  private static void cut(HttpServerRequest request) {
    request.connection().close();
    while (!request.response().closed()) {
      LockSupport.parkNanos(MOMENT);
    }
  }
}
