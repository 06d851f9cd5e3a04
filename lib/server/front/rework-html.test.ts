import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { reworkHtml } from './rework-html';

const sha256 = (text: string, form: 'base64' | 'hex') => createHash('sha256').update(text).digest(form);
const named = (text: string) => `sha256-${sha256(text, 'base64')}`;

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
  '<script>let early</script><script src="/b.js" id="_R_" async=""></script></body></html>',
].join('');

const surroundings = {
  lateAddress: (version: string) => `/_late/shop/de-${version}.js`,
  visitAddress: '/_visit-1.js',
  styles: new Map<string, string>(),
};
const late = '(self.__next_f=self.__next_f||[]).push([0]);self.__next_f.push([1,"ü"]);';

it('makes external scripts inert in their order and keeps what is written on them', () => {
  const { html } = reworkHtml(page, surroundings);
  const tags = [...html.matchAll(/<script type="text\/late"([^>]*)>/g)].map(([, attributes]) => attributes?.trim());
  const data = `src="/_late/shop/de-${sha256(late, 'hex').slice(0, 16)}.js"`;
  expect(tags).toEqual([data, 'src="/a.js"', 'src="/old.js" noModule=""', 'src="/b.js" id="_R_"']);
});

it('drops what loads scripts early and nothing else', () => {
  const { html } = reworkHtml(page, surroundings);
  expect(html).not.toMatch(/preload" as="script|modulepreload/);
  expect(html).toContain('<link rel="preload" as="image" href="/a.avif"/>');
  expect(html).toContain('<link rel="stylesheet" href="/a.css"/>');
});

it('hashes everything inline that a browser would run or apply, as the browser reads it', () => {
  const { html, scriptHashes, styleHashes } = reworkHtml(page, surroundings);
  expect(html).toContain('<script>let early</script>');
  expect(scriptHashes).toEqual([named('let early')]);
  expect(styleHashes).toEqual([named('color:red'), named('font-family:"A"')]);
});

it("takes Next's data out of the page, whole and in its order", () => {
  const reworked = reworkHtml(page, surroundings);
  expect(reworked.html).not.toContain('__next_f');
  expect(reworked.late).toEqual({ version: sha256(late, 'hex').slice(0, 16), body: late });
});

it('starts its own script, and nothing of Next where the page needs none', () => {
  const own = '<script src="/_visit-1.js" async></script></body>';
  expect(reworkHtml(page, surroundings).html).toContain(own);
  const needsNone = page.replace('<h1', '<main id="content" data-scripts="none">x</main><h1');
  const { html, late } = reworkHtml(needsNone, surroundings);
  expect(late).toBeNull();
  expect(html).toContain(own);
  expect(html).not.toMatch(/text\/late|__next_f/);
  expect(html).toContain('<script>let early</script>');
});

it('carries what it shows of a style sheet, and lets the whole one follow', () => {
  const styles = new Map([['/a.css', 'h1{margin:0}h2{margin:1px}']]);
  const { html, styleHashes } = reworkHtml(page, { ...surroundings, styles });
  expect(html).toContain('<style>h1{margin:0}</style><link rel="late" href="/a.css"/>');
  expect(styleHashes).toContain(named('h1{margin:0}'));
});

it('leaves a page without scripts as it is', () => {
  const plain = '<!DOCTYPE html><html><body>x</body></html>';
  expect(reworkHtml(plain, surroundings)).toEqual({ html: plain, scriptHashes: [], styleHashes: [], late: null });
});
