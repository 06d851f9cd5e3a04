import { useState } from 'react';
import { Picture } from './picture';

const TINTS = ['#0d675f', '#a24e1d', '#5b4a9c', '#8b2f57', '#2d5f94', '#5e6a1e'];

function initials(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => [...word].at(0) ?? '')
    .slice(0, 2)
    .join('')
    .toUpperCase();
}

function tint(name: string): string {
  let sum = 0;
  for (const sign of name) sum += sign.codePointAt(0) ?? 0;
  return TINTS[sum % TINTS.length] ?? '#0d675f';
}

/** A round picture, or the initials where there is none or it does not load. */
export function Avatar({ name, url, size }: { name: string; url?: string; size: number }) {
  const [broken, setBroken] = useState(false);
  const box = { width: size, height: size, fontSize: size * 0.38 };
  if (url && !broken) {
    return (
      <span className="block shrink-0 overflow-hidden rounded-full" style={box}>
        <Picture url={url} onBroken={() => setBroken(true)} className="size-full" />
      </span>
    );
  }
  return (
    <span
      aria-hidden="true"
      className="grid shrink-0 place-items-center rounded-full font-semibold text-white"
      style={{ ...box, background: tint(name) }}
    >
      {initials(name)}
    </span>
  );
}
