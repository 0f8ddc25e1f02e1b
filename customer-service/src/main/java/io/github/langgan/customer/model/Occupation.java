package io.github.langgan.customer.model;

/** What somebody does for a living, in their own words. */
public record Occupation(String value) {

  private static final int LONGEST = 100;

  public Occupation {
    value = Line.required("", value, LONGEST);
  }
}
