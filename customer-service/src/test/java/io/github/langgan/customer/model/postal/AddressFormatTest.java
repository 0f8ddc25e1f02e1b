package io.github.langgan.customer.model.postal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressFormatTest {

  /** As the countries' posts show it; # parts the lines. */
  @ParameterizedTest
  @CsvSource({
    "AU, 6 Tullaroop Street, St James, WA, 4011, 6 Tullaroop Street#St James WA 4011",
    "ID, Jalan Melati 5, Bandung, Jawa Barat, 40115, Jalan Melati 5#Bandung#Jawa Barat 40115",
    "DE, Hauptstraße 5, Berlin, Berlin, 10115, Hauptstraße 5#10115 Berlin",
    "US, 1098 Alta Ave, Mountain View, CA, 94043, '1098 Alta Ave#Mountain View, CA 94043'",
    "GB, 10 Downing Street, London, , SW1A 2AA, 10 Downing Street#London#SW1A 2AA",
    "FR, 8 rue de la Paix, Paris, , 75002, 8 rue de la Paix#75002 Paris",
    "BR, Rua A 10, São Paulo, SP, 01000-000, Rua A 10#São Paulo-SP#01000-000",
    "HU, Fő utca 1, Budapest, , 1011, Budapest#Fő utca 1#1011",
    "JP, 丸の内1-1, 千代田区, 東京都, 100-0005, 100-0005#東京都千代田区#丸の内1-1",
    "JP, '1-1 Marunouchi', Chiyoda-ku, Tokyo, 100-0005, "
        + "'1-1 Marunouchi#Chiyoda-ku, Tokyo#100-0005'",
    "KR, 세종대로 110, 중구, 서울특별시, 04524, 서울특별시중구#세종대로 110#04524",
    "AQ, Scott Base, Ross Island, , , Scott Base#Ross Island"
  })
  void it_is_written_in_the_order_of_its_country(
      String country, String line, String locality, String region, String code, String written) {
    assertThat(
            AddressFormat.of(country, line + locality).write(List.of(line), locality, region, code))
        .containsExactly(written.split("#"));
  }

  @Test
  void a_separator_stands_only_between_what_is_there() {
    AddressFormat us = AddressFormat.of("US", "");
    assertThat(us.write(List.of(), null, "CA", "94043")).containsExactly("CA 94043");
    assertThat(us.write(List.of(), "Mountain View", null, null)).containsExactly("Mountain View");
    assertThat(us.write(List.of(), "Mountain View", null, "94043"))
        .containsExactly("Mountain View 94043");
    assertThat(us.write(List.of("1098 Alta Ave"), null, null, null))
        .containsExactly("1098 Alta Ave");
  }

  @Test
  void every_country_writes_lines_and_locality() {
    assertThat(Arrays.stream(Locale.getISOCountries()))
        .allSatisfy(
            country ->
                assertThat(
                        String.join(
                            " ",
                            AddressFormat.of(country, "")
                                .write(List.of("First", "Second"), "Town", "Region", "123")))
                    .contains("First Second")
                    .contains("Town"));
  }
}
