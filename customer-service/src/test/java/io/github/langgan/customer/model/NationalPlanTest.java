package io.github.langgan.customer.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class NationalPlanTest {

  private static final String[] REGIONS = {
    "ID", "MY", "TH", "PH", "VN", "GB", "DE", "FR", "NL", "AU"
  };

  record Written(String text, String region) {}

  @Property(tries = 20_000)
  void what_it_reads_the_library_reads_as_well(@ForAll("numbers") Written number)
      throws NumberParseException {
    var quick = NationalPlan.of(number.region()).orElseThrow().read(number.text());
    if (quick.isPresent()) {
      PhoneNumberUtil library = PhoneNumberUtil.getInstance();
      Phonenumber.PhoneNumber parsed = library.parse(number.text(), number.region());
      assertThat(library.isPossibleNumber(parsed)).isTrue();
      assertThat(quick.get().value()).isEqualTo(library.format(parsed, PhoneNumberFormat.E164));
    }
  }

  @Provide
  Arbitrary<Written> numbers() {
    return Combinators.combine(
            Arbitraries.of(REGIONS),
            Arbitraries.of(true, false),
            Arbitraries.strings().numeric().ofMinLength(4).ofMaxLength(14))
        .as(
            (region, national, digits) -> {
              int code = PhoneNumberUtil.getInstance().getCountryCodeForRegion(region);
              return new Written((national ? "0" : "+" + code) + digits, region);
            });
  }
}
