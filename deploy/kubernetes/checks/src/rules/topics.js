import { ofKind } from '../objects.js';
import { chassisProperties, topics } from '../repository.js';

const script = (objects) =>
  ofKind(objects, 'ConfigMap').find((map) => map.data['make-topics.sh'])?.data['make-topics.sh'];

export default [
  {
    name: 'the topics are those of the local stack',
    because: 'order per customer rests on the number of partitions, which must never change',
    violations: (objects) => {
      const text = script(objects);
      if (!text) {
        return ofKind(objects, 'Job').some(({ metadata }) => metadata.name === 'kafka-topics')
          ? ['no script']
          : [];
      }
      const { names, partitions } = topics();
      const made = text.match(/for topic in (.*); do/)[1].split(' ');
      const wrong = [...names.filter((name) => !made.includes(name)), ...made.filter((name) => !names.includes(name))];
      return [...wrong, ...(text.includes(`--partitions ${partitions} `) ? [] : [`not ${partitions} partitions`])];
    },
    broken: (objects) => {
      const map = ofKind(objects, 'ConfigMap').find(({ data }) => data['make-topics.sh']);
      map.data['make-topics.sh'] = map.data['make-topics.sh'].replace('crm.loyalty ', '');
    },
  },
  {
    name: 'the topic of keys is compacted within a day',
    because: 'a destroyed key must not stay in its log, and a living one must not go out of it',
    violations: (objects) => {
      const text = script(objects);
      const made = /^make crm\.keys --config cleanup\.policy=compact --config max\.compaction\.lag\.ms=86400000$/m;
      return !text || made.test(text) ? [] : ['crm.keys'];
    },
    broken: (objects) => {
      const map = ofKind(objects, 'ConfigMap').find(({ data }) => data['make-topics.sh']);
      map.data['make-topics.sh'] = map.data['make-topics.sh'].replace('=compact ', '=delete ');
    },
  },
  {
    name: 'the audience is the one that the services expect',
    because: 'with another one each caller is refused',
    violations: (objects) =>
      ofKind(objects, 'ConfigMap')
        .map(({ data }) => data.QUARKUS_OIDC_TOKEN_AUDIENCE)
        .filter((audience) => audience && audience !== chassisProperties()['quarkus.oidc.token.audience']),
    broken: (objects) => {
      ofKind(objects, 'ConfigMap').find(({ data }) => data.QUARKUS_OIDC_TOKEN_AUDIENCE).data
        .QUARKUS_OIDC_TOKEN_AUDIENCE = 'account';
    },
  },
];
