package io.github.langgan.chassis.event;

/** Kafka header names of a CloudEvents 1.0 event in binary mode, and our extensions. */
public final class CloudEventHeaders {

  public static final String SPEC_VERSION = "ce_specversion";
  public static final String ID = "ce_id";
  public static final String TYPE = "ce_type";
  public static final String SOURCE = "ce_source";
  public static final String TIME = "ce_time";
  public static final String SUBJECT = "ce_subject";
  public static final String DATA_SCHEMA = "ce_dataschema";
  public static final String CONTENT_TYPE = "content-type";
  public static final String TRACE_PARENT = "traceparent";

  /** The number of the event among those of its topic and key: 1, 2, 3 … without gaps. */
  public static final String SEQUENCE = "ce_sequence";

  /** The {@link Position} of the event that this one is an effect of, if there is one. */
  public static final String CAUSATION = "ce_causation";

  /** The id of the key that {@code person} is encrypted with, if it is. */
  public static final String PERSON_KEY = "ce_personkey";

  private CloudEventHeaders() {}
}
