package io.github.langgan.stack.issuer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.github.langgan.stack.process.WholeFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;

/** The issuer's private key, one per stack: nobody else's tokens are good here. */
final class SigningKey {

  private static final int BITS = 2048;

  private SigningKey() {}

  static RSAKey in(Path file) {
    try {
      if (Files.notExists(file)) {
        WholeFile.writePrivately(file, new RSAKeyGenerator(BITS).generate().toJSONString());
      }
      return RSAKey.parse(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (JOSEException | ParseException e) {
      throw new IllegalStateException("no usable key in " + file, e);
    }
  }
}
