package io.github.langgan.loyalty.voucher.checkout;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.langgan.loyalty.model.voucher.OrderLine;
import io.github.langgan.loyalty.model.voucher.VoucherCode;
import java.math.BigDecimal;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** By which the same order is known again, however its numbers and codes are written. */
final class Fingerprint {

  private static final String BETWEEN = "\n";

  private Fingerprint() {}

  static String of(Checkout checkout) {
    Stream<String> codes =
        checkout.codes().stream()
            .map(typed -> VoucherCode.read(typed).map(VoucherCode::text).orElse(typed))
            .sorted();
    Stream<String> order =
        Stream.of(Objects.toString(checkout.customer()), checkout.order().currency());
    Stream<String> lines = checkout.order().lines().stream().flatMap(Fingerprint::parts);
    List<String> parts = Stream.of(codes, order, lines).flatMap(one -> one).toList();
    StringBuilder text = new StringBuilder();
    // lengths, so that no part can pass for two
    parts.forEach(part -> text.append(part.length()).append(BETWEEN).append(part).append(BETWEEN));
    return HexFormat.of().formatHex(sha256(text.toString().getBytes(UTF_8)));
  }

  private static Stream<String> parts(OrderLine line) {
    return Stream.of(
        line.product(),
        Objects.toString(line.category()),
        Long.toString(line.quantity()),
        plain(line.unitPrice()),
        plain(line.discount()));
  }

  private static String plain(BigDecimal money) {
    return money.stripTrailingZeros().toPlainString();
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
