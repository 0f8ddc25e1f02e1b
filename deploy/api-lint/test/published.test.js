import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isRepository, publishedRevisions, publishedViolations } from '../src/published.js';
import { emptyRepository, planted } from '../testing/planted.js';

const earned = 'events/points.earned/v1.schema.json';
const copied = (t) => planted(emptyRepository((end) => t.after(end)));
const found = (root) => publishedRevisions(root, '').flatMap((revision) => publishedViolations(root, revision));

test('a change that is not committed is compared with the last commit', (t) => {
  const copy = copied(t);
  copy.commit();
  assert.deepEqual(found(copy.root), []);
  copy.replace(earned, '"minimum": 0,', '"minimum": 0, "format": "int64",');
  assert.match(found(copy.root).join(), /points.earned\/v1.schema.json: \/points: its format was any/);
});

test('a change that is committed is compared with the commit before', (t) => {
  const copy = copied(t);
  copy.commit();
  copy.replace(earned, '"expiresAt"', '"endsAt"');
  copy.commit();
  assert.match(found(copy.root).join(), /\/expiresAt: was removed/);
});

test('a change of several commits is compared with the commit that is named', (t) => {
  const copy = copied(t);
  copy.commit();
  copy.replace(earned, '"expiresAt"', '"endsAt"');
  copy.commit();
  copy.commit();
  assert.deepEqual(found(copy.root), []);
  const [named] = publishedRevisions(copy.root, 'HEAD~2');
  assert.match(publishedViolations(copy.root, named).join(), /\/expiresAt: was removed/);
});

test('a published schema that is gone is refused', (t) => {
  const copy = copied(t);
  copy.commit();
  copy.remove(earned);
  assert.match(found(copy.root).join(), /points.earned\/v1.schema.json: was published, and is gone/);
});

test('a version that nobody published may be anything', (t) => {
  const copy = copied(t);
  copy.commit();
  copy.copy(earned, 'events/points.earned/v2.schema.json');
  copy.replace('events/points.earned/v2.schema.json', '"expiresAt"', '"endsAt"');
  assert.deepEqual(found(copy.root), []);
});

test('a commit that is unknown is an error', (t) => {
  const copy = copied(t);
  assert.equal(isRepository(copy.root), false);
  copy.commit();
  assert.equal(isRepository(copy.root), true);
  assert.throws(() => publishedViolations(copy.root, 'no-such-commit'), /no-such-commit/);
});
