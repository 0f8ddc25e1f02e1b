package io.github.langgan.loyalty.model.offer;

public enum OfferState {
  EXTENDED,
  SEEN,
  ACCEPTED,
  DECLINED,
  EXPIRED,
  WITHDRAWN;

  public boolean isOpen() {
    return this == EXTENDED || this == SEEN;
  }
}
