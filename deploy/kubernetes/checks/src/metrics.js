// Which metrics the services show, and which a PromQL expression asks for.
import { existsSync, readdirSync } from 'node:fs';
import { parser } from '@prometheus-io/lezer-promql';
import { path, read, services } from './repository.js';

// Prometheus' own, and those that Quarkus' Micrometer showed in a scrape of a running service
const GIVEN = [
  'up',
  'http_server_requests_seconds_count',
  'http_server_requests_seconds_sum',
  'http_server_requests_seconds_max',
  'jvm_memory_used_bytes',
  'jvm_memory_max_bytes',
  'jvm_gc_pause_seconds_sum',
];

const ENDINGS = {
  gauge: [''],
  counter: ['_total'],
  summary: ['_count', '_sum', '_max'],
  timer: ['_seconds_count', '_seconds_sum', '_seconds_max'],
};

const FOLDERS = ['service-chassis', ...services.map((name) => `${name}-service`)]
  .map((module) => `${module}/src/main/java/`);

const REGISTERED =
  /(?:\b(Gauge|Counter|Timer|DistributionSummary)\.builder|\.(gauge|counter|timer|summary))\(\s*"([a-z.]+)"/g;

/** Every metric that may be named: our own as the Java sources register them, and the given ones. */
export function knownMetrics() {
  const own = FOLDERS.flatMap(javaFiles).flatMap((file) =>
    [...read(file).matchAll(REGISTERED)].flatMap(([, builder, method, name]) => {
      const kind = (method ?? builder).toLowerCase().replace('distribution', '');
      return ENDINGS[kind].map((ending) => name.replaceAll('.', '_') + ending);
    }),
  );
  return new Set([...own, ...GIVEN]);
}

const javaFiles = (folder) =>
  (existsSync(path(folder)) ? readdirSync(path(folder), { recursive: true }) : [])
    .filter((name) => name.endsWith('.java'))
    .map((name) => folder + name);

/** Names of the metrics in an expression; throws when it isn't PromQL. */
export function metricsIn(expression) {
  // what Grafana fills in
  const plain = expression.replaceAll('$__rate_interval', '5m');
  const found = new Set();
  parser.parse(plain).iterate({
    enter: (node) => {
      if (node.type.isError) {
        throw new Error(`not PromQL at ${node.from}: ${plain}`);
      }
      if (node.name === 'VectorSelector') {
        found.add(plain.slice(node.from, node.to).match(/^[a-zA-Z_:][\w:]*/)[0]);
      }
    },
  });
  return [...found];
}
