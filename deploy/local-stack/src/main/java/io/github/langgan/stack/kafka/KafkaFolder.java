package io.github.langgan.stack.kafka;

import java.nio.file.Path;

/** What a broker keeps, and what it tells those who started it. */
record KafkaFolder(Path path) {

  Path data() {
    return path.resolve("data");
  }

  Path configuration() {
    return path.resolve("server.properties");
  }

  /** Names the process that serves, once it does and its topics are there. */
  Path ready() {
    return path.resolve("ready");
  }
}
