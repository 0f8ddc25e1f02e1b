package io.github.langgan.stack.demo.retailer;

import java.util.List;
import java.util.Optional;

/**
 * Something that somebody calls about.
 *
 * @param complaint else an inquiry
 * @param points given with the resolution; 0 for none
 */
public record Complaint(
    boolean complaint,
    String channel,
    String category,
    String subject,
    String description,
    Optional<String> resolution,
    int points) {

  private static final double SHARE = 0.025;
  private static final List<String> CHANNELS = List.of("PHONE", "WHATSAPP", "EMAIL", "STORE");

  private static final List<Complaint> SORTS =
      List.of(
          sort(
              true,
              "DELIVERY",
              "Pesanan datang terlambat",
              "Pesanan dijanjikan hari Senin, baru datang hari Kamis.",
              "Kami mohon maaf; kurir sudah diganti dan ongkos kirim dikembalikan."),
          sort(
              true,
              "PRODUCT_QUALITY",
              "Telur pecah di dalam kemasan",
              "Tiga butir telur sudah pecah ketika kemasan dibuka di rumah.",
              "Kami mohon maaf; telur diganti dengan yang baru."),
          sort(
              true,
              "BILLING",
              "Harga di kasir tidak sama dengan label",
              "Label rak menunjukkan harga promo, tetapi struk memakai harga biasa.",
              "Selisih harga dikembalikan dan label sudah diperbaiki."),
          sort(
              true,
              "SERVICE",
              "Antrean kasir terlalu lama",
              "Hanya satu kasir yang buka pada hari gajian.",
              "Kasir tambahan dibuka pada tanggal 25 sampai 2."),
          sort(
              false,
              "LOYALTY",
              "Bagaimana cara menukar poin?",
              "Saya ingin tahu poin saya bisa ditukar dengan apa.",
              "Poin dapat ditukar di kasir mulai dari 100 poin."));

  /** At most one for each shopper. */
  static Optional<Complaint> of(long seed, Shopper shopper, boolean always) {
    Draw draw = Draw.of(seed, "complaint", shopper.number());
    if (always) {
      return Optional.of(SORTS.get(1).by("PHONE", true, 500));
    }
    if (!draw.chance(SHARE)) {
      return Optional.empty();
    }
    Complaint sort = draw.one(SORTS);
    boolean resolved = draw.chance(0.6);
    boolean rewarded = resolved && sort.complaint && shopper.member() && draw.chance(0.7);
    return Optional.of(
        sort.by(draw.one(CHANNELS), resolved, rewarded ? 100 * draw.between(1, 10) : 0));
  }

  private static Complaint sort(
      boolean complaint, String category, String subject, String description, String resolution) {
    return new Complaint(complaint, "", category, subject, description, Optional.of(resolution), 0);
  }

  private Complaint by(String over, boolean resolved, int given) {
    return new Complaint(
        complaint,
        over,
        category,
        subject,
        description,
        resolution.filter(text -> resolved),
        given);
  }
}
