package io.github.langgan.stack.postgres;

import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/**
 * Whether a server takes connections. Says hello as the protocol asks for: a server that is ready
 * answers with a question about the password, one that still recovers with an error.
 */
final class PostgresProbe {

  private static final int PROTOCOL_3_0 = 196_608;
  private static final int AUTHENTICATION_REQUEST = 'R';
  private static final int TIMEOUT_MILLIS = 5_000;

  private PostgresProbe() {}

  static boolean ready(int port) {
    byte[] parameters =
        "user\0%s\0database\0postgres\0\0"
            .formatted(PostgresServer.SUPERUSER)
            .getBytes(StandardCharsets.US_ASCII);
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), TIMEOUT_MILLIS);
      socket.setSoTimeout(TIMEOUT_MILLIS);
      DataOutputStream out = new DataOutputStream(socket.getOutputStream());
      out.writeInt(2 * Integer.BYTES + parameters.length);
      out.writeInt(PROTOCOL_3_0);
      out.write(parameters);
      out.flush();
      return socket.getInputStream().read() == AUTHENTICATION_REQUEST;
    } catch (IOException notYet) {
      return false;
    }
  }
}
