import { AssignForm, PassForm, TapForm } from '@/components/admin/conversation-forms';
import { clockIn, durationIn } from '@/components/admin/durations';
import { NoteForm } from '@/components/admin/note-form';
import { Badge, Panel } from '@/components/admin/parts';
import { peopleWordsIn } from '@/components/admin/people-words';
import type { Language } from '@/lib/domain/market';
import { assign, close, giveBack, keepNote, lead, pass, putBack, reopen } from './actions';
import type { FoundConversation } from './read-conversation';

/** Who leads the conversation, who is responsible for it, and what can be done about both. */
export function Leading({ found, language }: { found: FoundConversation; language: Language }) {
  const words = peopleWordsIn(language);
  const { conversation, staff, now, newId } = found;
  const { shopperId, status, quietUntil, ownerAppId, waitingSince, requestedBy, stoppedAt } = conversation;
  const isQuiet = quietUntil !== null && quietUntil > now;
  const leader =
    ownerAppId !== null
      ? words.leads.inbox
      : isQuiet
        ? words.leads.person(clockIn(quietUntil, language))
        : words.leads.bot;
  return (
    <Panel title={words.leading}>
      {waitingSince && (
        <p>
          <Badge warn>
            {words.waitsFor} {durationIn(now.getTime() - waitingSince.getTime(), language)}
          </Badge>
        </p>
      )}
      <p className="text-sm">{leader}</p>
      {requestedBy !== null && <p className="rounded-md bg-notice-soft p-2 text-sm">{words.passAsked}</p>}
      <div className="flex flex-wrap gap-2">
        {ownerAppId !== null ? (
          <TapForm action={lead} shopperId={shopperId} label={words.fetchBack} />
        ) : (
          !isQuiet && <TapForm action={lead} shopperId={shopperId} label={words.takeOver} />
        )}
        {(isQuiet || ownerAppId !== null || waitingSince !== null) && (
          <TapForm action={giveBack} shopperId={shopperId} label={words.handBack} />
        )}
        {status === 'open' ? (
          <TapForm action={close} shopperId={shopperId} label={words.close} />
        ) : (
          <TapForm action={reopen} shopperId={shopperId} label={words.reopen} />
        )}
        <TapForm action={putBack} shopperId={shopperId} label={words.markUnread} />
      </div>
      <AssignForm
        action={assign}
        shopperId={shopperId}
        staff={staff}
        assignedTo={conversation.assignedTo}
        language={language}
      />
      {ownerAppId === null && (
        <details open={requestedBy !== null} className="text-sm">
          <summary className="inline-flex min-h-11 items-center text-brand underline underline-offset-4">
            {words.pass}
          </summary>
          <PassForm action={pass} shopperId={shopperId} language={language} />
        </details>
      )}
      <details className="text-sm">
        <summary className="inline-flex min-h-11 items-center text-brand underline underline-offset-4">
          {words.addNote}
        </summary>
        <NoteForm
          action={keepNote}
          about={{ is: 'shopperId', id: shopperId }}
          requestId={newId()}
          language={language}
        />
      </details>
      {stoppedAt !== null && <p className="text-xs text-muted">{words.stopped}</p>}
    </Panel>
  );
}
