import assert from 'node:assert/strict';
import { test } from 'node:test';
import { incompatibilities } from '../src/compatibility.js';

const earned = {
  type: 'object',
  required: ['points', 'kind'],
  properties: {
    points: { type: 'integer', minimum: 1, maximum: 100 },
    rate: { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 },
    card: { type: 'string', minLength: 2, maxLength: 9, pattern: '^[0-9]+$' },
    at: { type: 'string', format: 'date-time', description: 'When.' },
    kind: { enum: ['GIFT', 'SALE'] },
    balance: { $ref: '#/$defs/balance' },
    lines: { type: 'array', minItems: 1, uniqueItems: true, items: { type: 'object', properties: { line: { type: 'integer' } } } },
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

test('tighter bounds are compatible', () => {
  const found = after((fields) => {
    Object.assign(fields.points, { minimum: 2, maximum: 50 });
    Object.assign(fields.rate, { minimum: 0.1, exclusiveMaximum: 1 });
    Object.assign(fields.card, { minLength: 3, maxLength: 8 });
    fields.lines.maxItems = 5;
    fields.at.pattern = 'Z$';
  });
  assert.deepEqual(found, []);
});

test('a definition may be written in place', () => {
  assert.deepEqual(after((fields, schema) => (fields.balance = schema.$defs.balance)), []);
});

function swap(schema, old, now) {
  schema[now] = schema[old];
  delete schema[old];
}

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
  ['a larger number', (fields) => (fields.points.maximum = 101), '/points: its maximum was 100'],
  ['a number without end', (fields) => delete fields.points.maximum, '/points: its maximum was 100'],
  ['a smaller number', (fields) => (fields.points.minimum = 0), '/points: its minimum was 1'],
  ['the largest number, included', (fields) => swap(fields.rate, 'exclusiveMaximum', 'maximum'), '/rate: its exclusiveMaximum was 1'],
  ['the smallest number, included', (fields) => swap(fields.rate, 'exclusiveMinimum', 'minimum'), '/rate: its exclusiveMinimum was 0'],
  ['a longer text', (fields) => (fields.card.maxLength = 10), '/card: its maxLength was 9'],
  ['an empty text', (fields) => delete fields.card.minLength, '/card: its minLength was 2'],
  ['another pattern', (fields) => (fields.card.pattern = '^[0-9-]+$'), '/card: its pattern was ^[0-9]+$'],
  ['text without a pattern', (fields) => delete fields.card.pattern, '/card: its pattern was ^[0-9]+$'],
  ['an empty list', (fields) => (fields.lines.minItems = 0), '/lines: its minItems was 1'],
  ['a list that repeats itself', (fields) => delete fields.lines.uniqueItems, '/lines: its uniqueItems was true'],
  ['fields that are refused anew', (_, schema) => (schema.additionalProperties = false), '/additionalProperties: is new'],
];
for (const [what, change, finding] of refused) {
  test(`${what} is refused`, () => assert.deepEqual(after(change), [finding]));
}

test('a reference that leads nowhere is an error', () => {
  assert.throws(() => after((_, schema) => delete schema.$defs.balance), /#\/\$defs\/balance leads to no schema/);
});
