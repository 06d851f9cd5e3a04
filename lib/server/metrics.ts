import { createHash, timingSafeEqual } from 'node:crypto';
import { type Backlog, countBacklog } from '@/lib/db/backlog';
import { type RequestCount, requestCounts } from './request-counts';
import { getDeps } from './wiring';
import { lastHeartbeat } from './worker';

/** Whether an Authorization header is "Bearer <token>". Compares digests, so that neither text nor length shows in time. */
export function isBearer(authorization: string | null, token: string | undefined): boolean {
  const given = /^Bearer (\S+)$/.exec(authorization ?? '')?.[1];
  if (given === undefined || token === undefined) return false;
  return timingSafeEqual(digest(given), digest(token));
}

const digest = (text: string) => createHash('sha256').update(text).digest();

/** What operators watch, as Prometheus text (exposition format 0.0.4). Without a database `kiosk_database_up` is 0. */
export async function readMetrics(now: Date): Promise<string> {
  const backlog = await getDeps()
    .then(({ db }) => countBacklog(db))
    .catch(() => null); // told as kiosk_database_up
  const heartbeat = lastHeartbeat();
  return [
    ...gauge('kiosk_database_up', 'Whether the database answered.', [[{}, backlog ? 1 : 0]]),
    ...gauge('kiosk_backlog', 'Rows by kind and state.', rowsOf(backlog ?? [])),
    ...requestLines(requestCounts()),
    ...(heartbeat === null
      ? []
      : gauge('kiosk_worker_silence_seconds', 'Since the worker’s last round.', [
          [{}, (now.getTime() - heartbeat) / 1000],
        ])),
    ...gauge('process_resident_memory_bytes', 'Memory of the process.', [[{}, process.memoryUsage.rss()]]),
    ...gauge('process_uptime_seconds', 'Since the start of the process.', [[{}, process.uptime()]]),
    '',
  ].join('\n');
}

type Sample = [labels: Record<string, string>, value: number];

function rowsOf(backlog: Backlog): Sample[] {
  return backlog.map(({ name, state, count }) => [{ kind: name, state }, count]);
}

function requestLines(counted: RequestCount[]): string[] {
  const samples = (value: (one: RequestCount) => number): Sample[] =>
    counted.map((one) => [{ kind: one.kind, status: one.status }, value(one)]);
  return [
    ...series(
      'kiosk_requests_total',
      'counter',
      'Answered requests.',
      samples((one) => one.count),
    ),
    ...series(
      'kiosk_request_seconds_total',
      'counter',
      'Time until they were answered.',
      samples((one) => one.seconds),
    ),
  ];
}

function gauge(name: string, help: string, samples: Sample[]): string[] {
  return series(name, 'gauge', help, samples);
}

function series(name: string, type: string, help: string, samples: Sample[]): string[] {
  const lines = samples.map(([labels, value]) => {
    const inner = Object.entries(labels).map(([key, text]) => `${key}="${text.replace(/[\\"\n]/g, '_')}"`);
    return `${name}${inner.length > 0 ? `{${inner.join(',')}}` : ''} ${value}`;
  });
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines];
}
