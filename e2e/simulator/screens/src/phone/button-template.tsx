import type { ScreenButton } from '@/e2e/simulator/messenger/screen-contract';
import { LinkedText } from './linked-text';
import { TemplateButtons } from './template-buttons';

export function ButtonTemplate({ mid, text, buttons }: { mid: string; text: string; buttons: ScreenButton[] }) {
  return (
    <div className="w-full max-w-72 overflow-hidden rounded-[20px] border border-line bg-raised">
      <p className="bg-bubble px-3.5 py-2.5 text-[15.5px] leading-snug whitespace-pre-wrap">
        <LinkedText text={text} />
      </p>
      <TemplateButtons mid={mid} buttons={buttons} title={text} />
    </div>
  );
}
