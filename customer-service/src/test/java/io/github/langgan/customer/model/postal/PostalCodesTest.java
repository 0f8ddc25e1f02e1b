package io.github.langgan.customer.model.postal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostalCodesTest {

  @ParameterizedTest
  @CsvSource({
    "AU, 4011",
    "ID, 40115",
    "US, 94043",
    "US, 94043-1234",
    "GB, SW1A 2AA",
    "GB, m1 1ae",
    "GB, EC1A 1BB",
    "GB, B33 8TH",
    "CA, K1A 0B1",
    "NL, 1012 AB",
    "PL, 00-950",
    "PT, 1000-205",
    "BR, 01000-000",
    "JP, 100-0005",
    "IE, D02 X285",
    "IE, D6W F2P1",
    "LV, LV-1050",
    "SE, 114 55",
    "CZ, 110 00",
    "AR, C1425DKF",
    "AR, 1425",
    "MT, VLT 1117",
    "TW, 100",
    "TW, 100205",
    "AQ, any"
  })
  void codes_of_the_country_are_likely_however_they_are_spaced(String country, String code) {
    assertThat(PostalCodes.isLikely(country, code)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "AU, 40115",
    "AU, 401",
    "ID, 4011",
    "US, 9404",
    "US, K1A 0B1",
    "GB, 94043",
    "GB, SW1A",
    "CA, 94043",
    "NL, 1012",
    "DE, 1011",
    "DE, D 10115 Berlin",
    "LV, EE-1050",
    "JP, 1000"
  })
  void codes_of_another_country_or_mistyped_ones_are_not(String country, String code) {
    assertThat(PostalCodes.isLikely(country, code)).isFalse();
  }
}
