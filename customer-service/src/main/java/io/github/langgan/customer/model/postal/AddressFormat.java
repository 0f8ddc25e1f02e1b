package io.github.langgan.customer.model.postal;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In which order a country's post wants an address to be written. Facts from Google's address
 * metadata (CC BY 4.0, as in libaddressinput), without the prefixes for post from abroad.
 */
public final class AddressFormat {

  /**
   * {@code A} the lines above the locality, {@code C} locality, {@code S} region, {@code Z} postal
   * code; {@code /} begins a line. What else stands there separates.
   */
  private static final Map<String, AddressFormat> FORMATS =
      read(
          """
          A/Z C     = AD AT AX AZ BA BE BG BL CH CY CZ DE DK DO DZ EH ET FI FO FR GE GF GL GN GP GR
          A/Z C     = GT GW HR HT IS KG KW LA LI LR LT LU MA MC MD ME MF MG MK MQ NC NE NL NO PL PM
          A/Z C     = PT PY RE RS SE SI SJ SK SM SN TJ TM TN TZ VA WF YT ZM
          A/C/Z     = AF AI FK GB GG GI GS IM IO JE KE LK NA PN SD SH SZ TC VG ZA
          A/C Z     = BH BM BN BT GU IL JO KH LB LS MT MV NP NZ SA SG VC
          A/C S Z   = AS AU CA CC CX FM HM MH MP NF PR PW UM VI
          A/C/S     = AE HK JM KI NR PA SC SR TV
          A/Z C/S   = AR CL CV MY PH SV TR UZ
          A/Z C S   = EE ES IT MZ PF RO UY
          A/C/S/Z   = EG IE KR RU UA
          A/C/S Z   = ID KY MN TH VN
          A/Z/C     = AL EC MU OM
          A/C, S Z  = BB SO TW US
          A/C       = BF CI MO MW
          A/C, S/Z  = HN IQ JP
          A/C Z/S   = IN NG PE
          A/C, S    = BS KN
          A/C/S, Z  = CN KP
          A/Z/C/S   = AM
          A/C - Z   = BD
          A/C-S/Z   = BR
          A/Z, C/S  = BY
          A/C, S, Z = CO
          A/S, C/Z  = CR
          A/C S/Z   = CU
          C/A/Z     = HU
          S/C/A/Z   = IR
          Z/S/C/A   = KZ
          A/S/C, Z  = LV
          A/C, Z    = MM
          A/Z C, S  = MX
          A/Z/C, S  = NI
          A/C Z S   = PG
          A/C-Z     = PK
          A/C Z, S  = VE
          """);

  /** Of addresses in the country's own script, where that wants another order. */
  private static final Map<String, AddressFormat> IN_OWN_SCRIPT =
      read(
          """
          Z/SC/A  = CN JP TW
          Z/S/C/A = KP
          S/C/A   = HK
          SC/A/Z  = KR
          """);

  private static final Set<UnicodeScript> OWN_SCRIPTS =
      EnumSet.of(
          UnicodeScript.HAN, UnicodeScript.HIRAGANA, UnicodeScript.KATAKANA, UnicodeScript.HANGUL);

  private static final AddressFormat UNKNOWN = new AddressFormat("A/C S Z");

  private final List<String> layout;

  private AddressFormat(String layout) {
    this.layout = List.of(layout.split("/"));
  }

  /**
   * @param country ISO 3166-1 alpha-2
   * @param sample text of the address: its script decides where a country has two orders
   */
  public static AddressFormat of(String country, String sample) {
    AddressFormat usual = FORMATS.getOrDefault(country, UNKNOWN);
    AddressFormat own = IN_OWN_SCRIPT.get(country);
    return own != null && isInOwnScript(sample) ? own : usual;
  }

  /**
   * The lines as they stand on an envelope, without the country. What the country's format has no
   * place for is left out; so are separators with nothing to separate.
   */
  public List<String> write(
      List<String> lines,
      @Nullable String locality,
      @Nullable String region,
      @Nullable String postalCode) {
    List<String> written = new ArrayList<>();
    for (String line : layout) {
      if (line.equals("A")) {
        written.addAll(lines);
      } else {
        String below = below(line, locality, region, postalCode);
        if (!below.isEmpty()) {
          written.add(below);
        }
      }
    }
    return List.copyOf(written);
  }

  private static String below(
      String line,
      @Nullable String locality,
      @Nullable String region,
      @Nullable String postalCode) {
    StringBuilder written = new StringBuilder();
    StringBuilder separator = new StringBuilder();
    for (char sign : line.toCharArray()) {
      switch (sign) {
        case 'C' -> add(locality, separator, written);
        case 'S' -> add(region, separator, written);
        case 'Z' -> add(postalCode, separator, written);
        default -> separator.append(sign);
      }
    }
    return written.toString();
  }

  private static void add(@Nullable String field, StringBuilder separator, StringBuilder written) {
    if (field != null) {
      written.append(written.isEmpty() ? "" : separator).append(field);
    }
    separator.setLength(0);
  }

  private static boolean isInOwnScript(String text) {
    return text.codePoints().mapToObj(UnicodeScript::of).anyMatch(OWN_SCRIPTS::contains);
  }

  private static Map<String, AddressFormat> read(String table) {
    Map<String, AddressFormat> formats = new HashMap<>();
    for (String row : table.split("\n")) {
      String[] sides = row.split("=");
      AddressFormat format = new AddressFormat(sides[0].strip());
      Arrays.stream(sides[1].strip().split(" ")).forEach(country -> formats.put(country, format));
    }
    return Map.copyOf(formats);
  }
}
