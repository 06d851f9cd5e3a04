import type { Route } from './exchange';

function matchPattern(pattern: string, path: string): Record<string, string> | null {
  const wanted = pattern.split('/');
  const given = path.split('/');
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    if (segment.startsWith('*')) {
      params[segment.slice(1)] = given.slice(index).join('/');
      return params;
    }
    const value = given[index];
    if (value === undefined) return null;
    if (segment.startsWith(':')) {
      if (value === '') return null;
      params[segment.slice(1)] = safeDecode(value);
    } else if (segment !== value) return null;
  }
  return wanted.length === given.length ? params : null;
}

function safeDecode(value: string): string {
  try {
    return decodeURIComponent(value);
  } catch (error) {
    // A stray % in a path is the caller's own text; the handler then answers "no such object".
    if (error instanceof URIError) return value;
    throw error;
  }
}

/** The first route that takes this call; earlier routes win. HEAD is served by GET routes. */
export function findRoute(
  routes: Route[],
  method: string,
  path: string,
): { route: Route; params: Record<string, string> } | null {
  const wanted = method === 'HEAD' ? 'GET' : method;
  for (const route of routes) {
    if (route.method !== wanted) continue;
    const params = matchPattern(route.pattern, path);
    if (params) return { route, params };
  }
  return null;
}

export function pathExists(routes: Route[], path: string): boolean {
  return routes.some((route) => matchPattern(route.pattern, path) !== null);
}
