package io.github.langgan.chassis.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "a",
        "plain ASCII that is longer than a machine word",
        "Bahasa, ไทย, 中文, \uD83D\uDE00 and Å",
        "escaped \\ud83d\\ude00 \\u00e5 \\n \\\\",
        "a backslash before a u: \\\\u0000",
        "\\u12"
      })
  void clean_text_is_safe_wherever_it_stands(String text) {
    for (int shift = 0; shift < 9; shift++) {
      assertThat(isSafe(("x".repeat(shift) + text).getBytes(UTF_8))).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000",
        "\\u0000",
        "\\ud800",
        "\\uD83D\\n",
        "\\ud83d\\ud83d\\ude00",
        "\\ude00",
        "\\\\\\u0000",
        "\\\u00ecz",
        "\u00c0\u0080",
        "\u00c1\u00bf",
        "\u00e0\u0080\u00af",
        "\u00ed\u00a0\u0080",
        "\u00f0\u0080\u0080\u00af",
        "\u00f4\u0090\u0080\u0080",
        "\u00f5\u0080\u0080\u0080",
        "\u00fe",
        "\u0080",
        "\u00c3(",
        "\u00e2\u0082",
        "\u00f0\u009f\u0098"
      })
  void unsafe_text_is_found_wherever_it_stands(String latin) {
    for (int shift = 0; shift < 20; shift++) {
      assertThat(isSafe(("x".repeat(shift) + latin).getBytes(ISO_8859_1))).isFalse();
      assertThat(isSafe(("x".repeat(shift) + latin + "yz").getBytes(ISO_8859_1))).isFalse();
    }
  }

  @Test
  void it_agrees_with_a_slow_and_plain_check_on_random_bytes() {
    var random = new Random(20260105);
    var alphabet = "\\\\\\\\uuuudD8eEfFcC0019azAZ\"{}".toCharArray();
    int unsafe = 0;
    for (int i = 0; i < 200_000; i++) {
      var bytes = new byte[random.nextInt(24)];
      for (int at = 0; at < bytes.length; at++) {
        bytes[at] =
            random.nextInt(12) == 0
                ? (byte) random.nextInt(256)
                : (byte) alphabet[random.nextInt(alphabet.length)];
      }
      boolean expected = plainly(bytes);
      unsafe += expected ? 0 : 1;
      assertThat(isSafe(bytes)).as(new String(bytes, ISO_8859_1)).isEqualTo(expected);
    }
    assertThat(unsafe).isBetween(10_000, 190_000);
  }

  private static final Pattern ESCAPES =
      Pattern.compile("\\\\(?:u([0-9a-fA-F]{4})|[^u]|u(?![0-9a-fA-F]{4}))", Pattern.DOTALL);

  private static boolean plainly(byte[] bytes) {
    String text;
    try {
      text = UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      return false;
    }
    if (text.indexOf('\0') >= 0) {
      return false;
    }
    var matcher = ESCAPES.matcher(text);
    int highEndsAt = -1;
    for (int from = 0; matcher.find(from); from = matcher.end()) {
      var hex = matcher.group(1);
      int unit = hex == null ? 'x' : Integer.parseInt(hex, 16);
      boolean follows = matcher.start() == highEndsAt;
      if (unit == 0 || Character.isLowSurrogate((char) unit) != follows) {
        return false;
      }
      highEndsAt = -1;
      if (Character.isHighSurrogate((char) unit)) {
        if (!text.startsWith("\\u", matcher.end())) {
          return false;
        }
        highEndsAt = matcher.end();
      }
    }
    return highEndsAt < 0;
  }

  private static boolean isSafe(byte[] bytes) {
    var padded = new byte[bytes.length + 6];
    System.arraycopy(bytes, 0, padded, 3, bytes.length);
    return SafeText.isSafe(padded, 3, bytes.length);
  }
}
