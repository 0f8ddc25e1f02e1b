import assert from 'node:assert/strict';
import { test } from 'node:test';
import { installations } from '../src/kustomize.js';
import { read } from '../src/repository.js';

const guide = read('docs/guides/operating-on-kubernetes.md');

function secrets(value) {
  if (value === null || typeof value !== 'object') {
    return [];
  }
  return Object.entries(value).flatMap(([key, inner]) => {
    if (key === 'secretName') {
      return [inner];
    }
    return key === 'secretKeyRef' || key === 'secretRef' ? [inner.name] : secrets(inner);
  });
}

test('the guide names every Secret that someone has to make', () => {
  const named = new Set(Object.values(installations()).flatMap((objects) => secrets(objects)));
  assert.ok(named.size >= 5);
  assert.deepEqual([...named].filter((name) => !guide.includes(`\`${name}\``)), []);
});
