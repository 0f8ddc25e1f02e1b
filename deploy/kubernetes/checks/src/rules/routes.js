import { gatewayRoutes, longestBody, mebibytes, services } from '../repository.js';
import { label, named, ofKind, title } from '../objects.js';

const BODY_LIMIT = 'nginx.ingress.kubernetes.io/proxy-body-size';

const paths = (ingress) => ingress.spec.rules.flatMap(({ http }) => http.paths);
const prefixes = (ingress) =>
  paths(ingress).filter(({ pathType }) => pathType === 'Prefix').map(({ path }) => path);

export default [
  {
    name: 'each service gets the paths that the gateway gives it',
    because: 'what works on the local stack works on the cluster',
    violations: (objects) =>
      services.flatMap((service) => {
        const found = prefixes(named(objects, 'Ingress', `${service}-service`)).filter((path) =>
          path.startsWith('/v1/'),
        );
        const expected = gatewayRoutes(service);
        return [
          ...expected.filter((path) => !found.includes(path)).map((path) => `${service} misses ${path}`),
          ...found.filter((path) => !expected.includes(path)).map((path) => `${service} has ${path}`),
        ];
      }),
    broken: (objects) => ofKind(objects, 'Ingress')[0].spec.rules[0].http.paths.shift(),
  },
  {
    name: 'no path belongs to two services, and each leads to its own',
    because: 'the ingress controller would choose one of them by chance',
    violations: (objects) => {
      const all = ofKind(objects, 'Ingress').flatMap((ingress) =>
        paths(ingress).map(({ path, pathType, backend }) => ({
          key: `${pathType} ${path}`,
          wrong: backend.service.name !== label(ingress, 'name') || backend.service.port.name !== 'http',
        })),
      );
      const keys = all.map(({ key }) => key);
      return all
        .filter(({ key, wrong }) => wrong || keys.indexOf(key) !== keys.lastIndexOf(key))
        .map(({ key }) => key);
    },
    broken: (objects) => {
      const [first, second] = ofKind(objects, 'Ingress');
      first.spec.rules[0].http.paths.push(second.spec.rules[0].http.paths[0]);
    },
  },
  {
    name: 'health, metrics and API documents stay inside',
    because: 'they are for operators; /q is on no host',
    violations: (objects) =>
      ofKind(objects, 'Ingress').filter((ingress) =>
        paths(ingress).some(({ path }) => path === '/' || path.startsWith('/q')),
      ).map(title),
    broken: (objects) => {
      paths(ofKind(objects, 'Ingress')[0])[0].path = '/q/metrics';
    },
  },
  {
    name: 'no body is cut off before its service sees it',
    because: 'the service takes it, or says as a problem that it is too long',
    violations: (objects) =>
      services.filter((service) => {
        const limit = named(objects, 'Ingress', `${service}-service`).metadata.annotations?.[BODY_LIMIT];
        return limit && mebibytes(limit) <= longestBody(service);
      }),
    broken: (objects) => {
      named(objects, 'Ingress', 'customer-service').metadata.annotations[BODY_LIMIT] = '12m';
    },
  },
  {
    name: 'callers come over TLS, to one host',
    because: 'tokens and personal data travel in each request',
    violations: (objects) => {
      const hosts = new Set(ofKind(objects, 'Ingress').map((one) => one.spec.rules[0].host));
      return [
        ...ofKind(objects, 'Ingress')
          .filter(({ spec }) => !spec.tls?.[0].secretName || spec.tls[0].hosts[0] !== spec.rules[0].host)
          .map(title),
        ...(hosts.size === 1 ? [] : [`hosts ${[...hosts]}`]),
      ];
    },
    broken: (objects) => delete ofKind(objects, 'Ingress')[0].spec.tls,
  },
];
