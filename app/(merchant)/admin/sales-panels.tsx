import { moneyIn, SHOP_TIME_ZONE, timeIn } from '@/components/admin/formats';
import { HandledForm } from '@/components/admin/handled-form';
import { failureName, purposeName, taskName } from '@/components/admin/names';
import { OrderTable } from '@/components/admin/order-table';
import { Calm, Panel } from '@/components/admin/parts';
import { TaskName } from '@/components/admin/task-name';
import { wordsIn } from '@/components/admin/words';
import {
  countEventsSetAside,
  countOrdersToFulfil,
  getStartOfDay,
  listFailedMessages,
  listOpenTasks,
  listOrders,
  listRevenue,
} from '@/lib/db/admin-orders';
import type { Database } from '@/lib/db/client';
import type { Language } from '@/lib/domain/market';
import { markTaskDone } from './actions';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

type Sales = Awaited<ReturnType<typeof readSales>>;

/** What of the day concerns orders: for roles that may see them. */
export async function readSales(db: Database, at: Date) {
  const [revenue, open, undecided, toFulfil, tasks, failed, setAside] = await Promise.all([
    getStartOfDay(db, at, SHOP_TIME_ZONE).then((start) => listRevenue(db, start)),
    listOrders(db, { status: 'open', limit: 10 }),
    listOrders(db, { status: 'paid_needs_decision', limit: 10 }),
    countOrdersToFulfil(db),
    listOpenTasks(db),
    listFailedMessages(db, new Date(at.getTime() - WEEK_MS)),
    countEventsSetAside(db),
  ]);
  return {
    revenue,
    waiting: [...undecided, ...open.filter(({ status }) => status !== 'paid_needs_decision')].slice(0, 10),
    toFulfil,
    tasks,
    failed,
    setAside,
  };
}

export function SalesPanels({ sales, mayHandle, language }: { sales: Sales; mayHandle: boolean; language: Language }) {
  const words = wordsIn(language);
  const { revenue, waiting, toFulfil, tasks, setAside } = sales;
  return (
    <>
      <Panel title={words.soldToday}>
        {revenue.length === 0 && <Calm>{words.nothingSold}</Calm>}
        <ul className="flex flex-wrap gap-x-8 gap-y-2">
          {revenue.map((sum) => (
            <li key={sum.currency}>
              <strong className="text-xl tabular-nums">{moneyIn(sum.totalMinor, sum.currency, language)}</strong>
              <span className="block text-sm text-muted">
                {sum.count} {sum.count === 1 ? words.order : words.orders}
              </span>
            </li>
          ))}
        </ul>
      </Panel>
      <Panel title={words.broken}>
        {tasks.length === 0 && setAside === 0 && <Calm>{words.nothingBroken}</Calm>}
        <ul className="grid gap-2 text-sm">
          {tasks.map((task) => (
            <li key={task.id} className="flex items-center justify-between gap-3">
              <span>
                <TaskName task={task} language={language} />
                <span className="block text-xs text-muted">{timeIn(task.createdAt, language)}</span>
              </span>
              {mayHandle && (
                <HandledForm
                  action={markTaskDone}
                  field="taskId"
                  id={task.id}
                  label={words.taskDone}
                  about={taskName(task.kind, language)}
                />
              )}
            </li>
          ))}
          {setAside > 0 && (
            <li>
              {words.eventsSetAside}: <strong>{setAside}</strong>
            </li>
          )}
        </ul>
      </Panel>
      <Panel title={`${words.toFulfil} (${toFulfil})`} className="md:col-span-2">
        {waiting.length === 0 ? (
          <Calm>{words.nothingToFulfil}</Calm>
        ) : (
          <OrderTable orders={waiting} language={language} />
        )}
      </Panel>
    </>
  );
}

export function FailedMessages({ failed, language }: Pick<Sales, 'failed'> & { language: Language }) {
  const words = wordsIn(language);
  return (
    <Panel title={words.failedMessages}>
      {failed.length === 0 && <Calm>{words.noFailedMessages}</Calm>}
      <ul className="grid gap-2 text-sm">
        {failed.map((message) => (
          <li key={message.id}>
            {purposeName(message.purpose, language)}: {failureName(message.failure, language)}
            <span className="block text-xs text-muted">{timeIn(message.createdAt, language)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
