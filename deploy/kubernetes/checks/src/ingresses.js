// The Ingress of each service, from the gateway's routes and the services' problem catalogues.
import { gatewayRoutes, problems, services } from './repository.js';

const file = (service) => `deploy/kubernetes/base/${service}/ingress.yaml`;

/** Problems are explained by the first service that knows them; those of the chassis by the first of all. */
function problemPaths(service) {
  const before = services.slice(0, services.indexOf(service)).flatMap(problems);
  const own = problems(service).filter((slug) => !before.includes(slug)).sort();
  return service === services[0]
    ? [['/problems', 'Prefix']]
    : own.map((slug) => [`/problems/${slug}`, 'Exact']);
}

const entry = ([path, type]) => `          - path: ${path}
            pathType: ${type}
            backend:
              service:
                name: service
                port:
                  name: http
`;

const ingress = (service) => `# Written by "npm run routes" in deploy/kubernetes/checks.
apiVersion: networking.k8s.io/v1
kind: Ingress
metadata:
  name: service
spec:
  rules:
    - http:
        paths:
${[...gatewayRoutes(service).map((path) => [path, 'Prefix']), ...problemPaths(service)].map(entry).join('')}`;

/** [file, text] of each service. */
export const ingresses = () => services.map((service) => [file(service), ingress(service)]);
