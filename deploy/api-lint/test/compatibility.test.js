import assert from 'node:assert/strict';
import { test } from 'node:test';
import { incompatibilities } from '../src/compatibility.js';

const earned = {
  type: 'object',
  required: ['points', 'kind'],
  properties: {
    points: { type: 'integer' },
    at: { type: 'string', format: 'date-time', description: 'When.' },
    kind: { enum: ['GIFT', 'SALE'] },
    balance: { $ref: '#/$defs/balance' },
    lines: { type: 'array', items: { type: 'object', properties: { line: { type: 'integer' } } } },
    person: { oneOf: [{ type: 'null' }, { $ref: '#/$defs/person' }] },
  },
  $defs: {
    balance: { type: 'object', properties: { active: { type: 'integer' } } },
    person: { type: 'object', properties: { parent: { $ref: '#/$defs/person' }, name: { type: 'string' } } },
  },
};

/** What is found after the change, which gets a copy of the schema. */
function after(change) {
  const now = structuredClone(earned);
  change(now.properties, now);
  return incompatibilities(earned, now);
}

test('the same schema is compatible', () => assert.deepEqual(after(() => {}), []));

test('a new field, a new value and other words are compatible', () => {
  const found = after((fields) => {
    fields.channel = { type: 'string' };
    fields.kind.enum.push('LOTTERY');
    fields.at.description = 'When they were given.';
  });
  assert.deepEqual(found, []);
});

test('a definition may be written in place', () => {
  assert.deepEqual(after((fields, schema) => (fields.balance = schema.$defs.balance)), []);
});

const refused = [
  ['a removed field', (fields) => delete fields.at, '/at: was removed'],
  ['a field required anew', (_, schema) => schema.required.push('at'), '/at: was not required'],
  ['a field that may be missing now', (_, schema) => schema.required.shift(), '/points: was always there'],
  ['another type', (fields) => (fields.points.type = 'string'), '/points: its type was integer'],
  ['a further type', (fields) => (fields.points.type = ['integer', 'null']), '/points: its type was integer'],
  ['another format', (fields) => (fields.at.format = 'date'), '/at: its format was date-time'],
  ['a removed value', (fields) => fields.kind.enum.pop(), '/kind: the value "SALE" was removed'],
  ['values listed anew', (fields) => (fields.at.enum = ['x']), '/at: its values were not listed'],
  ['a field removed behind a reference', (_, { $defs }) => delete $defs.balance.properties.active, '/balance/active: was removed'],
  ['a field removed from items', (fields) => delete fields.lines.items.properties.line, '/lines/items/line: was removed'],
  ['items of any kind', (fields) => delete fields.lines.items, '/lines/items: was removed'],
  ['a field removed from an alternative', (_, { $defs }) => delete $defs.person.properties.name, '/person/oneOf/1/name: was removed'],
  ['another number of alternatives', (fields) => fields.person.oneOf.pop(), '/person/oneOf: had 2 parts'],
  ['fields that are refused anew', (_, schema) => (schema.additionalProperties = false), '/additionalProperties: is new'],
];
for (const [what, change, finding] of refused) {
  test(`${what} is refused`, () => assert.deepEqual(after(change), [finding]));
}

test('a reference that leads nowhere is an error', () => {
  assert.throws(() => after((_, schema) => delete schema.$defs.balance), /#\/\$defs\/balance leads to no schema/);
});
