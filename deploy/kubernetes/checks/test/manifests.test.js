import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { installations } from '../src/kustomize.js';
import { title } from '../src/objects.js';
import network from '../src/rules/network.js';
import routes from '../src/rules/routes.js';
import running from '../src/rules/running.js';
import security from '../src/rules/security.js';
import topics from '../src/rules/topics.js';
import wiring from '../src/rules/wiring.js';
import { schemaViolations, unknownFields } from '../src/schema.js';

const rules = [...security, ...running, ...wiring, ...network, ...routes, ...topics];
const built = installations();

for (const [name, objects] of Object.entries(built)) {
  describe(`installation ${name}`, () => {
    for (const rule of rules) {
      test(rule.name, () => {
        const found = rule.violations(objects);
        assert.deepEqual(found, [], `${rule.name}, because ${rule.because}:\n${found.join('\n')}`);
      });
    }

    test('objects are what Kubernetes takes', () => {
      const found = objects.flatMap((object) =>
        schemaViolations(object).map((violation) => `${title(object)}: ${violation}`),
      );
      assert.deepEqual([...found, ...unknownFields(objects)], []);
    });
  });
}

describe('the rules themselves', () => {
  const breakIt = (change) => {
    const copy = structuredClone(built.example);
    change(copy);
    return copy;
  };
  for (const { name, broken, violations } of rules) {
    test(`notice when not: ${name}`, () => {
      assert.notEqual(violations(breakIt(broken)).length, 0);
    });
  }

  test('notice a missing field', () => {
    const [deployment] = breakIt((objects) => {
      const found = objects.find(({ kind }) => kind === 'Deployment');
      delete found.spec.selector;
    }).filter(({ kind }) => kind === 'Deployment');
    assert.match(schemaViolations(deployment)[0], /selector/);
  });

  test('notice a field that Kubernetes does not know', () => {
    const objects = breakIt((copy) => {
      const { spec } = copy.find(({ kind }) => kind === 'Deployment');
      spec.template.spec.containers[0].readinesProbe = { periodSeconds: 1 };
    });
    assert.match(unknownFields(objects).join(), /readinesProbe/);
  });
});
