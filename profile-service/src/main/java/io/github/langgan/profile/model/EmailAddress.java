package io.github.langgan.profile.model;

import java.util.Locale;

/** An e-mail address as it is compared: without regard to case. */
public record EmailAddress(String value) {

  public static EmailAddress of(String written) {
    return new EmailAddress(written.strip().toLowerCase(Locale.ROOT));
  }
}
