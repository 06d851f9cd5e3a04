import type { ScreenState } from '@/e2e/simulator/messenger/screen-contract';
import { LeverGroup, Segments, Switch } from './lever-parts';
import type { Pull } from './pull';

/** Which year it is, and what kind of client opens the webview. */
export function PlatformLever({ state, pull }: { state: ScreenState; pull: Pull }) {
  const { host, era } = state;
  const setHost = async (change: Partial<ScreenState['host']>) =>
    (await pull('The host has changed', '/control/host', change)) !== null;
  return (
    <LeverGroup title="Platform" hint="Native payments and sharing exist in 2016 only. The rest is the client.">
      <Segments
        name="Era"
        value={era}
        onChoose={async (next) => (await pull(`It is ${next} now`, '/control/profile', { era: next })) !== null}
        options={[
          { value: '2016', title: '2016' },
          { value: 'current', title: 'Current' },
        ]}
      />
      <Segments
        name="Client"
        value={host.kind}
        onChoose={(kind) => setHost({ kind })}
        options={[
          { value: 'ios', title: 'iOS' },
          { value: 'android', title: 'Android' },
          { value: 'facebook-frame', title: 'Web frame' },
          { value: 'browser', title: 'Browser' },
        ]}
      />
      <Segments
        name="Extensions SDK"
        value={host.sdk}
        onChoose={(sdk) => setHost({ sdk })}
        options={[
          { value: 'on', title: 'On' },
          { value: 'off', title: 'Off' },
          { value: 'slow', title: 'Slow' },
          { value: 'tampered', title: 'Tampered' },
        ]}
      />
      <Switch
        name="The client keeps cookies in the webview"
        on={host.cookies}
        onTurn={(cookies) => setHost({ cookies })}
      />
    </LeverGroup>
  );
}
