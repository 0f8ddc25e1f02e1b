// How large, long or many values may be, and how they are written.

const above = ['maxLength', 'maxItems', 'maxProperties'];
const below = ['minLength', 'minItems', 'minProperties'];
const verbatim = ['pattern', 'multipleOf', 'uniqueItems'];

/** Where values are allowed that were not: those who read them have made room for no more than was published. */
export function* widened(old, now, place) {
  const grown = [
    ...above.filter((bound) => (now[bound] ?? Infinity) > (old[bound] ?? Infinity)),
    ...below.filter((bound) => (now[bound] ?? 0) < (old[bound] ?? 0)),
    ...verbatim.filter((bound) => old[bound] && now[bound] !== old[bound]),
  ];
  if (isLooser(most(now), most(old))) grown.push(most(old).bound);
  if (isLooser(least(now), least(old))) grown.push(least(old).bound);
  for (const bound of grown) yield `${place}: its ${bound} was ${old[bound]}`;
}

const most = (schema) => tighter(schema, 'maximum', 'exclusiveMaximum', 1);
const least = (schema) => tighter(schema, 'minimum', 'exclusiveMinimum', -1);

/** Which of both bounds holds; from below one counts downwards. */
function tighter(schema, including, excluding, direction) {
  const [one, other] = [including, excluding].map((bound) => ({
    bound,
    value: bound in schema ? direction * schema[bound] : Infinity,
    excludes: bound === excluding,
  }));
  return isLooser(one, other) ? other : one;
}

const isLooser = (one, other) =>
  one.value > other.value || (one.value === other.value && one.value < Infinity && !one.excludes && other.excludes);
