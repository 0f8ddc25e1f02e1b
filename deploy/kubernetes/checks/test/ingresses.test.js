import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ingresses } from '../src/ingresses.js';
import { read } from '../src/repository.js';

for (const [file, text] of ingresses()) {
  test(`${file} is current`, () => {
    assert.equal(read(file), text, 'run "npm run routes" in deploy/kubernetes/checks');
  });
}
