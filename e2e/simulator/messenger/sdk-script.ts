import { readFileSync } from 'node:fs';
import path from 'node:path';

const parts = ['bridge.js', 'payment-request.js', 'extensions.js'];

/**
 * `messenger.Extensions.js` as one classic script: the parts in order, without the import and export words that only
 * tie them together, inside one scope, with the origin they may trust written in front.
 */
export function extensionsScript(messengerOrigin: string): string {
  const folder = path.join(import.meta.dirname, 'sdk');
  const texts = parts.map((part) =>
    readFileSync(path.join(folder, part), 'utf8')
      .replace(/^import .*$/gm, '')
      .replace(/^export /gm, ''),
  );
  return `(() => {\nconst messengerOrigin = ${JSON.stringify(messengerOrigin)};\n${texts.join('\n')}})();\n`;
}
