package io.github.langgan.customer.registration.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.langgan.chassis.problem.FieldError;
import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.customer.representation.AddressBody;
import io.github.langgan.customer.representation.ContactBody;
import java.util.List;
import org.junit.jupiter.api.Test;

class CsvRowReaderTest {

  @Test
  void columns_are_known_however_they_are_written() {
    CsvHeader header = header("Full Name,birth_date,E-Mail,POSTAL CODE,identifier.Acme-1\n");
    assertThat(header.columns())
        .extracting(CsvColumn::meaning)
        .extracting(Enum::name)
        .containsExactly("FULL_NAME", "BIRTH_DATE", "EMAIL", "POSTAL_CODE", "IDENTIFIER");
    assertThat(header.columns().getLast().of()).isEqualTo("Acme-1");
  }

  @Test
  void unknown_and_repeated_columns_are_named() {
    assertThatThrownBy(() -> header("fullName,shoeSize,fullName,identifier.\n"))
        .isInstanceOfSatisfying(
            Problem.class,
            problem ->
                assertThat(problem.errors())
                    .extracting(FieldError::pointer)
                    .containsExactly("/shoeSize", "/fullName", "/identifier."));
  }

  @Test
  void other_separators_are_refused_as_such() {
    for (String separator : List.of(";", "\t", "|")) {
      assertThatThrownBy(() -> header("fullName" + separator + "email\n"))
          .isInstanceOfSatisfying(
              Problem.class, problem -> assertThat(problem.detail()).contains("commas"));
    }
  }

  @Test
  void neighbouring_address_columns_are_one_address() {
    CsvRow row =
        row(
            "email,addressLine,addressLine,locality,country,addressLine,locality,country,country",
            "a@example.com,1 First Street,Flat 2,Perth,AU,,Jakarta,ID,");
    assertThat(row.contacts())
        .containsExactly(
            new ContactBody("EMAIL", "a@example.com", null),
            postal(new AddressBody(List.of("1 First Street", "Flat 2"), "Perth", null, null, "AU")),
            postal(new AddressBody(List.of(), "Jakarta", null, null, "ID")));
  }

  @Test
  void what_is_wrong_is_said_of_the_column() {
    CsvRow row =
        row(
            "phone,email,addressLine,postalCode,country,identifier.acme",
            ",a@example.com,1 First Street,4011,XX,17850");
    assertThat(row.title("/contacts/0/value")).isEqualTo("email");
    assertThat(row.title("/contacts/1/address/country")).isEqualTo("country");
    assertThat(row.title("/contacts/1/address/lines/0")).isEqualTo("addressLine");
    assertThat(row.title("/identifiers/0/value")).isEqualTo("identifier.acme");
    assertThat(row.title("/name/given")).isEqualTo("givenName");
    assertThat(row.title("/name")).isEqualTo("fullName");
    assertThat(row.title("/birthDate")).isEqualTo("birthDate");
    assertThat(row.title("/source/receivedAt")).isEqualTo("receivedAt");
  }

  private static ContactBody postal(AddressBody address) {
    return new ContactBody("POSTAL", null, address);
  }

  private static CsvRow row(String header, String cells) {
    return new CsvRow(header(header + "\n"), List.of(cells.split(",", -1)));
  }

  private static CsvHeader header(String line) {
    return CsvHeader.read(new Piece(1, 1, 1, line.getBytes(UTF_8)));
  }
}
