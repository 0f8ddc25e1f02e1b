package io.github.langgan.customer.upkeep.updating;

import io.github.langgan.chassis.encryption.DerivedKeys;
import io.github.langgan.chassis.encryption.ServiceKeys;
import jakarta.inject.Singleton;
import java.security.Key;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Signed JWTs (RFC 7519, HS256) with which customers answer. The key is good for nothing else, and
 * type and audience are of their own (RFC 8725), so that no access token passes for one of these,
 * nor one of these for an access token.
 */
@Singleton
class UpdateTokens {

  static final String AUDIENCE = "langgan-own-record";
  static final String TYPE = "update-request+jwt";

  private final DerivedKeys keys;
  private final Clock clock;

  UpdateTokens(ServiceKeys serviceKeys, Clock clock) {
    this.keys = serviceKeys.derived("update-request");
    this.clock = clock;
  }

  /** What a token says. Whether the request still stands it can't know. */
  record Claims(UUID requestId, UUID customerId) {}

  String of(UpdateRequest request) {
    JwtClaims claims = new JwtClaims();
    claims.setJwtId(request.id().toString());
    claims.setSubject(request.customerId().toString());
    claims.setAudience(AUDIENCE);
    claims.setIssuedAt(NumericDate.fromSeconds(request.openedAt().getEpochSecond()));
    claims.setExpirationTime(NumericDate.fromSeconds(request.expiresAt().getEpochSecond()));
    JsonWebSignature token = new JsonWebSignature();
    token.setHeader("typ", TYPE);
    token.setKeyIdHeaderValue(keys.current());
    token.setAlgorithmHeaderValue(AlgorithmIdentifiers.HMAC_SHA256);
    token.setKey(keys.currentKey());
    token.setPayload(claims.toJson());
    try {
      return token.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Empty for whatever we didn't sign, or signed for something else, and once it has expired. */
  Optional<Claims> read(@Nullable String token) {
    if (token == null) {
      return Optional.empty();
    }
    try {
      JwtClaims claims =
          new JwtConsumerBuilder()
              .setJwsAlgorithmConstraints(ConstraintType.PERMIT, AlgorithmIdentifiers.HMAC_SHA256)
              .setVerificationKeyResolver((signed, nested) -> key(signed))
              .setExpectedType(true, TYPE)
              .setExpectedAudience(AUDIENCE)
              .setRequireExpirationTime()
              .setRequireJwtId()
              .setRequireSubject()
              .setEvaluationTime(NumericDate.fromMilliseconds(clock.millis()))
              .build()
              .processToClaims(token);
      return Optional.of(
          new Claims(UUID.fromString(claims.getJwtId()), UUID.fromString(claims.getSubject())));
    } catch (InvalidJwtException | MalformedClaimException | IllegalArgumentException notOurs) {
      return Optional.empty();
    }
  }

  private Key key(JsonWebSignature signed) throws UnresolvableKeyException {
    return Optional.ofNullable(signed.getKeyIdHeaderValue())
        .flatMap(keys::named)
        .orElseThrow(() -> new UnresolvableKeyException("no service key of that name"));
  }
}
