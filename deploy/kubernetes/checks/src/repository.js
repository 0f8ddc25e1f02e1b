// What the rest of the repository says: the manifests must agree with it.
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = new URL('../../../../', import.meta.url);
const chassis = 'service-chassis/src/main/resources/';

export const kubernetes = new URL('deploy/kubernetes/', root);
export const path = (name) => fileURLToPath(new URL(name, root));
export const read = (name) => readFileSync(new URL(name, root), 'utf8');

/** The gateway's order: the first service that knows a problem explains it. */
export const services = ['customer', 'profile', 'loyalty', 'complaint', 'analytics'];

/** Java properties, without escapes, which none of ours have. */
export function properties(name) {
  const lines = read(name).replace(/\\\n\s*/g, '').split('\n');
  return Object.fromEntries(
    lines
      .filter((line) => /^[^#!\s]/.test(line))
      .map((line) => line.match(/^([^=]+?)\s*=\s*(.*?)\s*$/).slice(1)),
  );
}

export const chassisProperties = () => properties(`${chassis}META-INF/microprofile-config.properties`);

/** The longest body that the service takes from anyone, in MiB. */
export function longestBody(service) {
  const all = {
    ...chassisProperties(),
    ...properties(`${service}-service/src/main/resources/application.properties`),
  };
  return Math.max(
    ...['langgan.http.max-body-size', 'langgan.http.max-long-body-size'].map((name) => mebibytes(all[name])),
  );
}

/** Of a size as Quarkus and nginx write it. */
export function mebibytes(size) {
  const [, number, unit] = size.match(/^(\d+)([MG])$/i);
  return Number(number) * (unit.toUpperCase() === 'G' ? 1024 : 1);
}

/** The path prefixes that the gateway of the local stack sends to the service. */
export function gatewayRoutes(service) {
  const own = properties('deploy/local-stack/src/main/resources/stack/routes.properties')[service];
  return [...own.split(/\s+/), `/v1/operator/${service}`];
}

/** Names of the problems that the service explains in words of its own. */
export function problems(service) {
  const file = `${service}-service/src/main/resources/problems/service_en.properties`;
  if (!existsSync(new URL(file, root))) {
    return [];
  }
  return Object.keys(properties(file))
    .filter((key) => key.endsWith('.status'))
    .map((key) => key.slice(0, -'.status'.length));
}

/** The topics and their number of partitions, as the local stack and all tests have them. */
export function topics() {
  const java = read('deploy/local-stack/src/main/java/io/github/langgan/stack/kafka/Topics.java');
  const names = java.match(/OURS =\s*List\.of\(([^)]*)\)/)[1];
  return {
    names: [...names.matchAll(/"([^"]+)"/g)].map((match) => match[1]),
    partitions: Number(java.match(/PARTITIONS = (\d+)/)[1]),
  };
}
