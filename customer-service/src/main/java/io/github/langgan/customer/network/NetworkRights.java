package io.github.langgan.customer.network;

import io.github.langgan.chassis.problem.Problem;
import io.github.langgan.chassis.problem.Problems;
import io.github.langgan.customer.access.CallerRights;
import io.github.langgan.customer.model.Registrant;
import io.github.langgan.customer.model.Visibility;
import io.github.langgan.customer.model.network.Viewer;
import jakarta.inject.Singleton;

/** A partner sees what it brought, the company's own staff everything, customers nothing. */
@Singleton
public class NetworkRights {

  private final CallerRights rights;

  NetworkRights(CallerRights rights) {
    this.rights = rights;
  }

  /** 403 for customers: what is known of them here is known of others, too. */
  public Viewer viewer() {
    return switch (visibility()) {
      case Visibility.RegisteredBy(String partner) -> new Viewer(partner);
      case Visibility.Everyone() -> new Viewer(null);
      case Visibility.Oneself self -> throw Problem.of(Problems.FORBIDDEN);
    };
  }

  /** 403 for all but the company's own people. */
  public Viewer staff() {
    rights.staff();
    return new Viewer(null);
  }

  /** Of customers. */
  public Visibility visibility() {
    return rights.visibility();
  }

  public Registrant registrant() {
    return rights.registrant();
  }
}
