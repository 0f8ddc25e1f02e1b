package io.github.langgan.chassis.problem;

import java.util.Locale;

/** A problem type explained to people. */
final class ProblemPage {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="%1$s">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <title>%2$s</title>
      <style>body{font:1rem/1.6 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}
      code{background:#eee;padding:.1em .3em}</style>
      </head>
      <body>
      <p><code>%3$s</code> · HTTP %4$d</p>
      <h1>%2$s</h1>
      <p>%5$s</p>
      </body>
      </html>
      """;

  private ProblemPage() {}

  static String of(ProblemType type, Locale language) {
    return PAGE.formatted(
        language.getLanguage(),
        escape(type.title(language)),
        escape(type.uri().toString()),
        type.status(),
        escape(type.explanation(language)));
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
