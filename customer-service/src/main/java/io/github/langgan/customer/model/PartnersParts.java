package io.github.langgan.customer.model;

/**
 * Of the contacts, identifiers and notes of a customer those that came for records of a partner, or
 * that such a record, merged into the customer, has itself: conditions on the row {@code p}, with
 * {@code :partner} to bind. What other partners know of a customer is no way to find it.
 */
final class PartnersParts {

  /** That the partner registered the customer and all that was merged into it: on its row. */
  static final String WHOLE =
      """
      (customer.partner = :partner AND NOT EXISTS (
         SELECT FROM customer other
          WHERE other.merged_into = customer.id AND other.partner IS DISTINCT FROM :partner))
      """;

  static final String CONTACT =
      condition(
          "customer_contact",
          "r.type = p.type AND coalesce(r.lookup_key, r.value) = coalesce(p.lookup_key, p.value)");

  static final String IDENTIFIER =
      condition("customer_identifier", "r.source = p.source AND r.value = p.value");

  static final String NOTE =
      condition("customer_note", "r.text = p.text AND r.label IS NOT DISTINCT FROM p.label");

  private PartnersParts() {}

  private static String condition(String table, String same) {
    return """
    (EXISTS (SELECT FROM customer said
              WHERE said.id = coalesce(p.came_for, p.customer_id) AND said.partner = :partner)
     OR EXISTS (SELECT FROM customer said
                  JOIN %s r ON r.customer_id = said.id AND r.came_for IS NULL AND %s
                 WHERE said.merged_into = p.customer_id AND said.partner = :partner))
    """
        .formatted(table, same);
  }
}
