// Where the contracts stand.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const repository = fileURLToPath(new URL('../../../', import.meta.url));

export const contracts = (service) => `${service}-service/src/main/resources/contracts`;

/** The names of the services that the repository builds. */
export function services(root) {
  const modules = readFileSync(join(root, 'pom.xml'), 'utf8').matchAll(/<module>([a-z]+)-service<\/module>/g);
  return [...modules].map((match) => match[1]);
}

/** The names of the events that have a schema. */
export function eventTypes(root, service) {
  return readdirSync(join(root, contracts(service), 'events')).sort();
}
