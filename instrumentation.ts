import type { Instrumentation } from 'next';

/**
 * Once per process. In production what Next and libraries print goes through the log's sieve; under `next dev`, which
 * has no entry of ours, the worker starts here.
 */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  if (process.env.NODE_ENV === 'development') {
    const { startWorkerForDevelopment } = await import('@/lib/server/development');
    return startWorkerForDevelopment();
  }
  const { adoptConsole } = await import('@/lib/server/log');
  adoptConsole();
}

export const onRequestError: Instrumentation.onRequestError = async (error, request, context) => {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { logProblem } = await import('@/lib/server/log');
  const path = request.path.split('?')[0] ?? '';
  logProblem('request.failed', error, { method: request.method, path, route: context.routePath });
};
