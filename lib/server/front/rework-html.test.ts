import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { reworkHtml } from './rework-html';

const sha256 = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;

const page = [
  '<!DOCTYPE html><html><head>',
  '<link rel="stylesheet" href="/a.css"/>',
  '<link rel="preload" as="script" fetchPriority="low" href="/a.js"/>',
  '<link rel="preload" as="image" href="/a.avif"/>',
  '<link rel="modulepreload" href="/m.js"/>',
  '<script src="/a.js" async=""></script><script src="/old.js" noModule=""></script>',
  '</head><body><h1 style="color:red">&lt;script src=x&gt;</h1><p style="font-family:&quot;A&quot;">b</p>',
  '<script type="application/ld+json">{"a":1}</script>',
  '<script>(self.__next_f=self.__next_f||[]).push([0])</script><script>self.__next_f.push([1,"ü"])</script>',
  '<script src="/b.js" id="_R_" async=""></script></body></html>',
].join('');

it('makes external scripts inert in their order and keeps what is written on them', () => {
  const { html } = reworkHtml(page);
  const late = [...html.matchAll(/<script type="text\/late"([^>]*)>/g)].map(([, attributes]) => attributes?.trim());
  expect(late).toEqual(['src="/a.js"', 'src="/old.js" noModule=""', 'src="/b.js" id="_R_"']);
});

it('drops what loads scripts early and nothing else', () => {
  const { html } = reworkHtml(page);
  expect(html).not.toMatch(/preload" as="script|modulepreload/);
  expect(html).toContain('<link rel="preload" as="image" href="/a.avif"/>');
  expect(html).toContain('<link rel="stylesheet" href="/a.css"/>');
});

it('hashes everything inline that a browser would run or apply, as the browser reads it', () => {
  const { html, scriptHashes, styleHashes } = reworkHtml(page);
  const starter = /<script>(addEventListener[\s\S]*?)<\/script><\/body>/.exec(html)?.[1] ?? '';
  expect(scriptHashes).toEqual([
    sha256('(self.__next_f=self.__next_f||[]).push([0])'),
    sha256('self.__next_f.push([1,"ü"])'),
    sha256(starter),
  ]);
  expect(styleHashes).toEqual([sha256('color:red'), sha256('font-family:"A"')]);
});

it('leaves a page without scripts as it is', () => {
  const plain = '<!DOCTYPE html><html><body>x</body></html>';
  expect(reworkHtml(plain)).toEqual({ html: plain, scriptHashes: [], styleHashes: [] });
});
