// Each service's OpenAPI document under the rules of ruleset.yaml.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contracts } from './repository.js';

const ours = (name) => fileURLToPath(new URL(`../${name}`, import.meta.url));
const spectral = ours('node_modules/@stoplight/spectral-cli/dist/index.js');

/** Errors, warnings and hints, one a line; a document that is missing is one, too. */
export function openApiViolations(root, services) {
  const document = (service) => join(contracts(service), 'openapi.yaml');
  const documents = services.map(document).filter((file) => existsSync(join(root, file)));
  const missing = services.map(document).filter((file) => !documents.includes(file));
  return [
    ...missing.map((file) => `${file} is missing: store it with -Dlanggan.update-contracts=true`),
    ...(documents.length > 0 ? lint(root, documents) : []),
  ];
}

function lint(root, documents) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [spectral, 'lint', '--ruleset', ours('ruleset.yaml'), '--fail-severity', 'hint', '--format', 'text', ...documents],
    { cwd: root, encoding: 'utf8', maxBuffer: 64 * 1024 * 1024 },
  );
  if (status === 0) {
    return [];
  }
  const lines = `${stdout}${stderr}`.split('\n').filter((line) => line !== '');
  return lines.length > 0 ? lines : [`Spectral ended with ${status}`];
}
