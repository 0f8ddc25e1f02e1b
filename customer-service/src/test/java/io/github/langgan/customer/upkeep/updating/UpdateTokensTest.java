package io.github.langgan.customer.upkeep.updating;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.langgan.chassis.encryption.ServiceKeys;
import io.github.langgan.chassis.testing.StackResource;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.function.Consumer;
import javax.crypto.spec.SecretKeySpec;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(StackResource.class)
class UpdateTokensTest {

  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  @Inject ServiceKeys serviceKeys;

  private final UpdateRequest request =
      UpdateRequest.opened(UUID.randomUUID(), UUID.randomUUID(), NOW, NOW.plusSeconds(60));

  @Test
  void a_token_names_its_request_and_customer_until_it_expires() {
    String token = at(NOW).of(request);

    assertThat(at(NOW.plusSeconds(59)).read(token))
        .contains(new UpdateTokens.Claims(request.id(), request.customerId()));
    assertThat(at(NOW.plusSeconds(60)).read(token)).isEmpty();
  }

  @Test
  void what_is_none_of_ours_says_nothing() throws JoseException, NoSuchAlgorithmException {
    var claims = claims();
    var ours = serviceKeys.derived("update-request");
    assertThat(read(claims, token -> {})).as("as we sign it").isTrue();

    assertThat(read(claims, token -> token.setKeyIdHeaderValue("another"))).isFalse();
    assertThat(read(claims, token -> token.getHeaders().setObjectHeaderValue("kid", null)))
        .isFalse();
    assertThat(read(claims, token -> token.setHeader("typ", "JWT"))).isFalse();
    assertThat(read(claims, token -> token.setKey(serviceKeys.derived("another").currentKey())))
        .isFalse();
    assertThat(
            read(
                claims,
                token -> {
                  token.setAlgorithmHeaderValue("HS512");
                  token.setDoKeyValidation(false);
                  token.setKey(new SecretKeySpec(ours.currentKey().getEncoded(), "HmacSHA512"));
                }))
        .isFalse();
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(256);
    var pair = generator.generateKeyPair();
    assertThat(
            read(
                claims,
                token -> {
                  token.setAlgorithmHeaderValue("ES256");
                  token.setKey(pair.getPrivate());
                }))
        .isFalse();
    assertThat(
            read(
                claims,
                token -> {
                  token.setAlgorithmConstraints(AlgorithmConstraints.NO_CONSTRAINTS);
                  token.setAlgorithmHeaderValue("none");
                  token.setKey(null);
                }))
        .isFalse();
    claims.setAudience("langgan");
    assertThat(read(claims, token -> {})).as("for somebody else").isFalse();
    for (String nonsense : new String[] {"", "abc", "a.b.c", "a.b.c.d.e", "..", "é.é.é"}) {
      assertThat(at(NOW).read(nonsense)).as(nonsense).isEmpty();
    }
  }

  @Test
  void a_token_that_says_not_whose_or_until_when_says_nothing() throws JoseException {
    for (String claim : new String[] {"jti", "sub", "aud", "exp"}) {
      JwtClaims claims = claims();
      claims.unsetClaim(claim);
      assertThat(read(claims, token -> {})).as("without " + claim).isFalse();
    }
    JwtClaims claims = claims();
    claims.setJwtId("not a UUID");
    assertThat(read(claims, token -> {})).isFalse();
  }

  private JwtClaims claims() {
    JwtClaims claims = new JwtClaims();
    claims.setJwtId(request.id().toString());
    claims.setSubject(request.customerId().toString());
    claims.setAudience(UpdateTokens.AUDIENCE);
    claims.setExpirationTime(NumericDate.fromSeconds(NOW.getEpochSecond() + 60));
    return claims;
  }

  private boolean read(JwtClaims claims, Consumer<JsonWebSignature> forgery) throws JoseException {
    var keys = serviceKeys.derived("update-request");
    JsonWebSignature token = new JsonWebSignature();
    token.setHeader("typ", UpdateTokens.TYPE);
    token.setKeyIdHeaderValue(keys.current());
    token.setAlgorithmHeaderValue("HS256");
    token.setKey(keys.currentKey());
    token.setPayload(claims.toJson());
    forgery.accept(token);
    return at(NOW).read(token.getCompactSerialization()).isPresent();
  }

  private UpdateTokens at(Instant now) {
    return new UpdateTokens(serviceKeys, Clock.fixed(now, ZoneOffset.UTC));
  }
}
