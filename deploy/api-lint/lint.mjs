// Checks the contracts of all services, or of those that are named; fails on anything found.
import { asyncApiViolations } from './src/asyncapi.js';
import { openApiViolations } from './src/openapi.js';
import { isRepository, publishedRevisions, publishedViolations } from './src/published.js';
import { repository, services } from './src/repository.js';

const all = services(repository);
const named = process.argv.slice(2);
const unknown = named.filter((name) => !all.includes(name));
const checked = named.length > 0 ? named : all;
if (checked.length === 0 || unknown.length > 0) {
  console.error(`no such service: ${unknown.join(', ') || 'the root pom.xml names none'}`);
  process.exit(1);
}

const violations = openApiViolations(repository, checked);
for (const service of checked) {
  violations.push(...(await asyncApiViolations(repository, service)));
}
if (isRepository(repository)) {
  const revisions = publishedRevisions(repository);
  revisions.forEach((revision) => violations.push(...publishedViolations(repository, revision)));
  console.log(`event schemas compared with ${revisions.map((revision) => revision.slice(0, 12)).join(' and ')}`);
} else {
  console.log('no repository here: event schemas are compared with no earlier ones');
}

violations.forEach((violation) => console.error(violation));
console.log(`contracts of ${checked.join(', ')}: ${violations.length || 'no'} violations`);
process.exitCode = violations.length === 0 ? 0 : 1;
