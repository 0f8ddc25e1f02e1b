package io.github.langgan.customer.model.postal;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What the postal codes of a country look like; whether one is in use is not known here. Facts from
 * the Universal Postal Union's pages on addressing in its member countries.
 */
public final class PostalCodes {

  /** Of codes without blanks and hyphens, which are written or not. */
  private static final Map<String, Pattern> SHAPES =
      read(
          """
          \\d{2}               = JM
          \\d{3}               = FO IS LS MG OM PG PS
          \\d{4}               = AF AL AT AU BD BE BG CH CV CX CY DK GE GL HU LI LR LU LV MD MK MZ NE
          \\d{4}               = NF NO NZ PA PH PY SI SJ TN ZA
          \\d{5}               = AX BA BT CR CU CZ DE DO DZ EE ES FI FR GF GP GR GT HN HR ID IQ IT JO
          \\d{5}               = KE KR KW LA LK LT MA MC ME MM MQ MU MV MX MY NC NI NP PE PF PK PL PM
          \\d{5}               = RE RS SD SE SK SM SN TH TR TZ UA UY VA WF YT ZM
          \\d{6}               = BY CN CO EC IN KG KZ NG RO RU SG TJ TM TT UZ
          \\d{7}               = CL JP PT
          \\d{8}               = BR
          \\d{10}              = IR
          \\d{3}(\\d{2,3})?    = TW
          \\d{4}(\\d{2})?      = AM
          \\d{4}(\\d{4})?      = LB
          \\d{5}(\\d{4})?      = AS FM GU MH MP PR PW SA US VI
          \\d{5}\\d?           = KH MN VN
          \\d{5}(\\d{2})?      = EG IL
          \\d{4}[A-Z]{2}       = NL
          [A-Z]?\\d{4}([A-Z]{3})?           = AR
          [A-Z]\\d[A-Z]\\d[A-Z]\\d          = CA
          [A-Z]\\d[\\dW][A-Z\\d]{4}         = IE
          [A-Z]{1,2}\\d[A-Z\\d]?\\d[A-Z]{2} = GB GG IM JE
          [A-Z]{3}\\d{4}                    = MT
          """);

  private PostalCodes() {}

  /**
   * Also after the country's own letters ({@code LV-1050}), and where its codes are not known.
   *
   * @param country ISO 3166-1 alpha-2
   */
  public static boolean isLikely(String country, String code) {
    Pattern shape = SHAPES.get(country);
    if (shape == null) {
      return true;
    }
    String plain = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
    return shape.matcher(plain).matches()
        || plain.startsWith(country) && shape.matcher(plain.substring(2)).matches();
  }

  private static Map<String, Pattern> read(String table) {
    Map<String, Pattern> shapes = new HashMap<>();
    for (String row : table.split("\n")) {
      String[] sides = row.split(" += ");
      Pattern shape = Pattern.compile(sides[0]);
      Arrays.stream(sides[1].split(" ")).forEach(country -> shapes.put(country, shape));
    }
    return Map.copyOf(shapes);
  }
}
