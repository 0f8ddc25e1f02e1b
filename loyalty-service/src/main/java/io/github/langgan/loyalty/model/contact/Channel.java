package io.github.langgan.loyalty.model.contact;

/** By what means somebody is contacted. */
public enum Channel {
  EMAIL,
  PHONE,
  SMS,
  WHATSAPP,
  POSTAL,
  APP
}
