package io.github.langgan.loyalty.model.voucher;

/** What a campaign's codes look like. */
public sealed interface CodeForm {

  /** As it is shown: read aloud, typed in, printed. */
  String shown(VoucherCode code);

  /**
   * @param prefix as it is shown, perhaps empty
   * @param length of the random part
   */
  record Drawn(String prefix, int length) implements CodeForm {

    @Override
    public String shown(VoucherCode code) {
      String rest = code.text().substring(prefix.length());
      return prefix.isEmpty() ? rest : prefix + "-" + rest;
    }

    /** In the form in which codes are kept. */
    public String canonicalPrefix() {
      return VoucherCode.read(prefix).map(VoucherCode::text).orElse("");
    }
  }

  /** One code for everybody, as it is shown. */
  record Public(String name) implements CodeForm {

    @Override
    public String shown(VoucherCode code) {
      return name;
    }
  }
}
