import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { parse } from 'yaml';
import { knownMetrics, metricsIn } from '../src/metrics.js';
import { read } from '../src/repository.js';

const alerts = parse(read('deploy/observability/alerts.yaml')).groups.flatMap(({ rules }) => rules);
const panels = JSON.parse(read('deploy/observability/dashboard.json')).panels.filter(({ type }) => type !== 'row');
const known = knownMetrics();

const unknownIn = (expression) => metricsIn(expression).filter((name) => !known.has(name));

describe('alert rules', () => {
  for (const { alert, annotations, expr, labels } of alerts) {
    test(`${alert} asks for metrics that exist, and says what to do`, () => {
      assert.deepEqual(unknownIn(expr), []);
      assert.notEqual(metricsIn(expr).length, 0);
      assert.match(annotations.runbook, /^[A-Z].{40,}\.$/);
      assert.ok(annotations.summary.length > 10);
      assert.ok(['page', 'ticket'].includes(labels.severity));
    });
  }

  test('have names of their own', () => {
    const names = alerts.map(({ alert }) => alert);
    assert.equal(new Set(names).size, names.length);
    assert.ok(names.length >= 10);
  });
});

describe('dashboard', () => {
  for (const { title, targets } of panels) {
    test(`"${title}" asks for metrics that exist`, () => {
      assert.ok(targets.length > 0);
      assert.deepEqual(targets.flatMap(({ expr }) => unknownIn(expr)), []);
    });
  }

  test('has no two panels in one place', () => {
    const places = panels.map(({ gridPos: { x, y } }) => `${x},${y}`);
    assert.equal(new Set(places).size, places.length);
  });
});

describe('these checks', () => {
  test('notice a metric that nobody registers', () => {
    assert.deepEqual(unknownIn('max(langgan_outbox_aeg_seconds) > 60'), ['langgan_outbox_aeg_seconds']);
    assert.deepEqual(unknownIn('rate(langgan_inbox_applied[5m])'), ['langgan_inbox_applied']);
  });

  test('notice what is not PromQL', () => {
    assert.throws(() => metricsIn('sum by (service (up)'), /not PromQL/);
  });

  test('know our metrics by the names that Prometheus gives them', () => {
    for (const name of ['langgan_outbox_age_seconds', 'langgan_inbox_applied_total', 'langgan_inbox_batch_size_max']) {
      assert.ok(known.has(name), name);
    }
  });
});
