package io.github.langgan.chassis.testing.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens with the claims of a genuine one, none of which may be believed. */
public final class ForgedTokens {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int A_FEW = 4;
  private static final AtomicInteger TURN = new AtomicInteger();
  private static final KeyPair OURS = newKey();
  private static final Map<String, Map<String, String>> FORGED = new ConcurrentHashMap<>();

  private final String header;
  private final String payload;
  private final String signature;

  private ForgedTokens(String genuine) {
    var parts = genuine.split("\\.");
    header = parts[0];
    payload = parts[1];
    signature = parts[2];
  }

  /** By the name of the forgery; made once, since signing takes longer than being refused. */
  public static Map<String, String> of(String genuine) {
    return FORGED.computeIfAbsent(genuine, ForgedTokens::forge);
  }

  /**
   * The next few of them, in turn: what refuses them is the same for all operations, so that each
   * needs to meet some only, and all are met.
   */
  static Map<String, String> someOf(String genuine) {
    var all = List.copyOf(of(genuine).entrySet());
    var some = new LinkedHashMap<String, String>();
    for (int i = 0; i < A_FEW; i++) {
      var next = all.get(Math.floorMod(TURN.getAndIncrement(), all.size()));
      some.put(next.getKey(), next.getValue());
    }
    return some;
  }

  private static Map<String, String> forge(String genuine) {
    var forger = new ForgedTokens(genuine);
    var forged = new LinkedHashMap<String, String>();
    forged.put("not a token", "abc");
    forged.put("alg none", forger.unsigned("none"));
    forged.put("alg nOnE", forger.unsigned("nOnE"));
    forged.put("no signature", forger.header + "." + forger.payload + ".");
    forged.put("changed claims", forger.withChangedClaims());
    forged.put("HS256 with the public key, DER", forger.hmac(issuerKey().getEncoded()));
    forged.put("HS256 with the public key, PEM", forger.hmac(pem(issuerKey())));
    forged.put("another key under the genuine kid", forger.signed(forger.head()));
    forged.put("a jwk of its own", forger.signed(forger.head().set("jwk", ownJwk())));
    forged.put("a jku of its own", forger.signed(forger.head().put("jku", "http://127.0.0.1:9/")));
    forged.put("an x5u of its own", forger.signed(forger.head().put("x5u", "http://127.0.0.1:9/")));
    forged.put("kid ../../dev/null", forger.signed(forger.head().put("kid", "../../dev/null")));
    forged.put("kid with SQL", forger.signed(forger.head().put("kid", "x' UNION SELECT 'k")));
    forged.put("no kid", forger.signed(forger.head().without("kid")));
    forged.put("HS256 empty secret under no kid", forger.hmac(new byte[] {0}));
    return forged;
  }

  private ObjectNode head() {
    try {
      return (ObjectNode) JSON.readTree(Base64.getUrlDecoder().decode(header));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String unsigned(String algorithm) {
    return encode(head().put("alg", algorithm)) + "." + payload + ".";
  }

  private String withChangedClaims() {
    var claims = new String(Base64.getUrlDecoder().decode(payload), UTF_8);
    var changed = claims.replaceFirst("\"sub\"\\s*:\\s*\"", "\"sub\":\"someone-else-");
    return header + "." + encode(changed.getBytes(UTF_8)) + "." + signature;
  }

  private String hmac(byte[] secret) {
    try {
      var content = encode(head().put("alg", "HS256")) + "." + payload;
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return content + "." + encode(mac.doFinal(content.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private String signed(com.fasterxml.jackson.databind.JsonNode head) {
    try {
      var content = encode(head) + "." + payload;
      var signer = Signature.getInstance("SHA256withRSA");
      signer.initSign(OURS.getPrivate());
      signer.update(content.getBytes(UTF_8));
      return content + "." + encode(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode ownJwk() {
    var key = (RSAPublicKey) OURS.getPublic();
    return JSON.createObjectNode()
        .put("kty", "RSA")
        .put("use", "sig")
        .put("n", encode(key.getModulus().toByteArray()))
        .put("e", encode(key.getPublicExponent().toByteArray()));
  }

  private static RSAPublicKey issuerKey() {
    try {
      var jwks = JSON.readTree(URI.create(Tokens.issuer() + "/jwks").toURL()).at("/keys/0");
      var spec =
          new RSAPublicKeySpec(number(jwks.path("n").asText()), number(jwks.path("e").asText()));
      return (RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static BigInteger number(String base64) {
    return new BigInteger(1, Base64.getUrlDecoder().decode(base64));
  }

  private static byte[] pem(RSAPublicKey key) {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded());
    return ("-----BEGIN PUBLIC KEY-----\n" + lines + "\n-----END PUBLIC KEY-----\n")
        .getBytes(UTF_8);
  }

  private static KeyPair newKey() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String encode(com.fasterxml.jackson.databind.JsonNode json) {
    return encode(json.toString().getBytes(UTF_8));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
