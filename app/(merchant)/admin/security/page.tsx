import type { Metadata } from 'next';
import { Calm, LINK_CLASS, PageTitle, Panel } from '@/components/admin/parts';
import { AddPasskeyForm } from '@/components/admin/passkey-forms';
import { Passkeys } from '@/components/admin/passkey-list';
import { passkeyWordsIn } from '@/components/admin/passkey-words';
import { QrCode } from '@/components/admin/qr-code';
import { ChangePasswordForm, CodeForm, PasswordForm } from '@/components/admin/security-forms';
import { securityWordsIn } from '@/components/admin/security-words';
import { listPasskeys } from '@/lib/db/passkeys';
import type { Language } from '@/lib/domain/market';
import { requireMerchant } from '@/lib/server/merchant';
import { readSecondFactor, type SecondFactor } from '@/lib/server/second-factor';
import { getDeps } from '@/lib/server/wiring';
import { readWords } from '../../words';
import { addPasskey, begin, change, confirm, drop, dropPasskey, mayAddPasskey, nameThePasskey } from './actions';

export async function generateMetadata(): Promise<Metadata> {
  return { title: securityWordsIn((await readWords()).language).title };
}

export default async function SecurityPage() {
  const merchant = await requireMerchant('desk.own');
  const { language } = await readWords();
  const words = securityWordsIn(language);
  const [factor, passkeys] = await Promise.all([
    readSecondFactor(merchant),
    getDeps().then(({ db }) => listPasskeys(db, merchant.merchantId)),
  ]);
  return (
    <>
      <PageTitle
        beside={
          <a href="/admin/sessions" className={`${LINK_CLASS} inline-flex min-h-11 items-center text-sm`}>
            {words.toSessions}
          </a>
        }
      >
        {words.title}
      </PageTitle>
      <div className="grid max-w-2xl gap-4">
        <Panel title={words.secondFactor}>
          {factor.is === 'off' && (
            <>
              <Calm>{words.off}</Calm>
              <PasswordForm action={begin} language={language} label={words.begin} />
            </>
          )}
          {factor.is === 'pending' && <Pending factor={factor} language={language} />}
          {factor.is === 'on' && (
            <>
              <Calm>
                {words.on} {words.left(factor.recoveryCodesLeft)}
              </Calm>
              <PasswordForm action={drop} language={language} label={words.drop} />
            </>
          )}
        </Panel>
        <Panel title={passkeyWordsIn(language).title}>
          <Passkeys passkeys={passkeys} language={language} rename={nameThePasskey} remove={dropPasskey} />
          <AddPasskeyForm may={mayAddPasskey} add={addPasskey} language={language} />
        </Panel>
        <Panel title={words.password}>
          <ChangePasswordForm action={change} language={language} label={words.change} />
        </Panel>
      </div>
    </>
  );
}

function Pending({ factor, language }: { factor: Extract<SecondFactor, { is: 'pending' }>; language: Language }) {
  const words = securityWordsIn(language);
  return (
    <>
      <p className="text-sm">{words.scan}</p>
      <QrCode text={factor.uri} label={words.qr} className="w-56 max-w-full" />
      <code className="break-all text-sm">{factor.secret.match(/.{1,4}/g)?.join(' ')}</code>
      <p className="text-sm">{words.codes}</p>
      <ul className="grid max-w-xs grid-cols-2 gap-x-6 gap-y-1 font-mono text-sm">
        {factor.recoveryCodes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <CodeForm action={confirm} language={language} label={words.confirm} />
    </>
  );
}
