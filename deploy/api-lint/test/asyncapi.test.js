import assert from 'node:assert/strict';
import { test } from 'node:test';
import { asyncApiViolations } from '../src/asyncapi.js';
import { emptyRepository, planted } from '../testing/planted.js';

const document = 'asyncapi.yaml';
const earned = 'events/points.earned/v1.schema.json';

const refused = [
  ['a missing document', (copy) => copy.remove(document), /asyncapi.yaml is missing/],
  ['what is no YAML', (copy) => copy.replace(document, 'info:', 'info: {'), /asyncapi.yaml: \d+ /],
  ['an unknown action', (copy) => copy.replace(document, 'action: send', 'action: shout'), /operations.publishLoyaltyEvents.action/],
  ['a reference that leads nowhere', (copy) => copy.replace(document, '/channels/loyalty"', '/channels/loyal"'), /invalid-ref/],
  ['a schema file that is missing', (copy) => copy.remove(earned), /points.earned/],
  ['an event without a message', (copy) => copy.copy('events/points.earned', 'events/points.given'), /points.given has a schema and no message/],
  ['a message without an event', (copy) => copy.replace(document, 'name: points.earned', 'name: points.given'), /points.given has no schema/],
  ['the payload of another event', (copy) => copy.replace(document, '$ref: events/points.earned', '$ref: events/points.expired'), /points.earned has the payload urn:langgan:events\/points.expired\/v1/],
  ['a schema that is none', (copy) => copy.replace(earned, '"type": "integer"', '"type": "whole"'), /the schema of points.earned at \/properties\/points\/type/],
];
const copied = (t) => planted(emptyRepository((end) => t.after(end)));
const found = async (copy) => (await asyncApiViolations(copy.root, 'loyalty')).join('\n');

for (const [what, change, finding] of refused) {
  test(`${what} is refused`, async (t) => {
    const copy = copied(t);
    change(copy);
    assert.match(await found(copy), finding);
  });
}

test('a sound document is not', async (t) => assert.equal(await found(copied(t)), ''));
