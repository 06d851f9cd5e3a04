import type { Instrumentation } from 'next';

/** Once per process: what Next and libraries print goes through the log's sieve. */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs' || process.env.NODE_ENV === 'development') return;
  const { adoptConsole } = await import('@/lib/server/log');
  adoptConsole();
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logProblem } = await import('@/lib/server/log');
  const path = request.path.split('?')[0] ?? '';
  logProblem('request.failed', error, { method: request.method, path, route: context.routePath });
};
