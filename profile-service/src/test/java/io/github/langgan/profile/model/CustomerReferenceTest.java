package io.github.langgan.profile.model;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CustomerReferenceTest {

  @Test
  void case_of_an_email_address_does_not_matter() {
    assertThat(CustomerReference.toEmail("Siti@Example.com"))
        .isEqualTo(CustomerReference.toEmail("siti@example.COM"));
  }

  @Test
  void spaces_and_hyphens_of_a_card_number_do_not_matter() {
    assertThat(CustomerReference.toCard("6280 0010-0000 0018"))
        .isEqualTo(CustomerReference.toCard("6280001000000018"));
  }

  @Test
  void a_slash_in_a_source_makes_no_other_sources_identifier() {
    assertThat(CustomerReference.toIdentifier("a/b", "c"))
        .isNotEqualTo(CustomerReference.toIdentifier("a", "b/c"));
  }

  @Test
  void it_says_its_kind_and_value() {
    CustomerReference reference = CustomerReference.toIdentifier("acme", "a:b");

    assertThat(reference.kind()).isEqualTo("identifier");
    assertThat(reference.value()).isEqualTo("acme/a:b");
  }
}
