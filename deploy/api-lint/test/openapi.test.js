import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openApiViolations } from '../src/openapi.js';
import { repository, services } from '../src/repository.js';
import { emptyRepository, planted } from '../testing/planted.js';

const change = (old, now) => (copy) => copy.replace('openapi.yaml', old, now);

// each in the document of a service of its own, as Spectral takes long to start
const refused = {
  missing: ['a missing document', (copy) => copy.remove('openapi.yaml'), /is missing/],
  broken: ['what is no YAML', change('  version: "1"', '   version: "1"'), / error parser/],
  dangling: ['a reference that leads nowhere', change('"#/components/schemas/Membership"', '"#/components/schemas/Member"'), / error invalid-ref/],
  silent: ['an operation without a description', change(/description: .*All that happened.*/, ''), / warning operation-description/],
  misled: ['an example that its schema refuses', change('points: 500', 'points: many'), / error oas3-valid-media-example/],
  endless: ['a text without bounds', change(/maxLength: 36/, ''), / error owasp:api4:2023-string-limit/],
};
let found = [];

before(() => {
  const root = emptyRepository(after);
  Object.entries(refused).forEach(([service, [, plant]]) => plant(planted(root, service)));
  planted(root, 'sound');
  found = openApiViolations(root, [...Object.keys(refused), 'sound']);
});

for (const [service, [what, , finding]] of Object.entries(refused)) {
  test(`${what} is refused`, () => {
    assert.match(found.filter((line) => line.includes(`${service}-service/`)).join('\n'), finding);
  });
}

test('a sound document is not', () => {
  assert.deepEqual(found.filter((line) => line.includes('sound-service/')), []);
});

test('all services of the build are looked at', () => {
  assert.deepEqual(services(repository), ['customer', 'profile', 'loyalty', 'complaint', 'analytics']);
});
