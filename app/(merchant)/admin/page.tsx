import type { Metadata } from 'next';
import { moneyIn, SHOP_TIME_ZONE, timeIn } from '@/components/admin/formats';
import { HandledForm } from '@/components/admin/handled-form';
import { failureName, purposeName, taskName } from '@/components/admin/names';
import { OrderTable } from '@/components/admin/order-table';
import { Calm, LINK_CLASS, PageTitle, Panel } from '@/components/admin/parts';
import { TaskName } from '@/components/admin/task-name';
import {
  countEventsSetAside,
  countOrdersToFulfil,
  getStartOfDay,
  listFailedMessages,
  listOpenTasks,
  listOrders,
  listRevenue,
} from '@/lib/db/admin-orders';
import { listLowStock } from '@/lib/db/admin-products';
import { variantTitle } from '@/lib/domain/catalogue/product';
import { textIn } from '@/lib/domain/market';
import { requireMerchant } from '@/lib/server/merchant';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../words';
import { markTaskDone } from './actions';

const FEW = 3;
const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await readWords()).words.today };
}

export default async function TodayPage() {
  await requireMerchant();
  const { language, words } = await readWords();
  const today = await readToday();
  const { revenue, waiting, toFulfil, lowStock, tasks, failed, setAside } = today;
  return (
    <>
      <PageTitle>{words.today}</PageTitle>
      <div className="grid gap-4 md:grid-cols-2">
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
                <HandledForm
                  action={markTaskDone}
                  field="taskId"
                  id={task.id}
                  label={words.taskDone}
                  about={taskName(task.kind, language)}
                />
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
        <Panel title={words.runsOut}>
          {lowStock.length === 0 && <Calm>{words.nothingRunsOut}</Calm>}
          <ul className="grid gap-2 text-sm">
            {lowStock.map((variant) => (
              <li key={variant.sku} className="flex items-baseline justify-between gap-4">
                <a href={`/admin/products/${variant.productId}/stock`} className={LINK_CLASS}>
                  {textIn(variant.title, language)} {variantTitle(variant, variant.optionValues, language)}
                </a>
                <span className="whitespace-nowrap tabular-nums">
                  {variant.available === 0 ? words.soldOut : `${variant.available} ${words.pieces}`}
                </span>
              </li>
            ))}
          </ul>
        </Panel>
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
      </div>
    </>
  );
}

async function readToday() {
  const { db, now } = await getDeps();
  const at = now();
  const [revenue, open, undecided, toFulfil, lowStock, tasks, failed, setAside] = await Promise.all([
    getStartOfDay(db, at, SHOP_TIME_ZONE).then((start) => listRevenue(db, start)),
    listOrders(db, { status: 'open', limit: 10 }),
    listOrders(db, { status: 'paid_needs_decision', limit: 10 }),
    countOrdersToFulfil(db),
    listLowStock(db, FEW),
    listOpenTasks(db),
    listFailedMessages(db, new Date(at.getTime() - WEEK_MS)),
    countEventsSetAside(db),
  ]);
  return {
    revenue,
    waiting: [...undecided, ...open.filter(({ status }) => status !== 'paid_needs_decision')].slice(0, 10),
    toFulfil,
    lowStock,
    tasks,
    failed,
    setAside,
  };
}
