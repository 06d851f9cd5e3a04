import { expect, it } from 'vitest';
import { usedCss } from './used-css';

const page = (body: string) => `<!DOCTYPE html><html><head></head><body>${body}</body></html>`;

it('keeps the rules whose classes and elements stand in the page', () => {
  const css =
    'h1,h2{margin:0}.a{color:red}.b{color:blue}.a .b{top:0}html,body{top:1px}*{left:0}::placeholder{opacity:1}';
  expect(usedCss(css, page('<h1 class="a x">{.b}</h1>'))).toBe(
    'h1{margin:0}.a{color:red}html,body{top:1px}*{left:0}::placeholder{opacity:1}',
  );
});

it('reads escaped names as a browser does', () => {
  const css =
    '.w-\\[43\\%\\]{width:43%}.\\32xl{top:0}.hover\\:x:hover{top:1px}.has-\\[\\[data-other\\]\\:checked\\]\\/buy\\:y{top:2px}';
  const classes = 'w-[43%] 2xl hover:x has-[[data-other]:checked]/buy:y';
  expect(usedCss(css, page(`<p class="${classes}">`))).toBe(css);
  expect(usedCss(css, page('<p class="w-[43">'))).toBe('');
});

it('keeps what hangs on a state, and what it cannot tell', () => {
  const css =
    '.group:has(:checked) .a{top:0}.p :is(ul,ol){top:1px}.p:not(.never){top:2px}.p[hidden]{top:3px}:where(.p>:not(:last-child)){top:4px}';
  expect(usedCss(css, page('<p class="p"><b class="group"></b><i class="a"></i></p>'))).toBe(css);
});

it('keeps the parts of a date field where there is one', () => {
  const css = '::-webkit-datetime-edit{top:0}::file-selector-button{top:1px}';
  expect(usedCss(css, page('<input type="date">'))).toBe('::-webkit-datetime-edit{top:0}');
});

it('keeps the order of all layers, so that the whole sheet may follow', () => {
  const css = '@layer properties{.gone{top:0}}@layer base{p{top:1px}}@layer base,other;@layer utilities{.u{top:2px}}';
  expect(usedCss(css, page('<p class="u">'))).toBe(
    '@layer properties,base,utilities;@layer base{p{top:1px}}@layer base,other;@layer utilities{.u{top:2px}}',
  );
});

it('drops conditions that hold nothing, and keeps key frames', () => {
  const css =
    '@media (min-width:1px){.b{top:0}.a{top:1px}}@supports (a:b){.b{top:2px}}@keyframes k{0%{top:3px}to{top:4px}}';
  expect(usedCss(css, page('<p class="a">'))).toBe(
    '@media (min-width:1px){.a{top:1px}}@keyframes k{0%{top:3px}to{top:4px}}',
  );
});

it('keeps a variable that is asked for, also by another variable or by the page itself', () => {
  const css =
    ':root{--a:var(--b);--b:1px;--c:2px;--d:"};";--e:3px}p{top:var(--a)}@property --c{syntax:"*"}@property --b{syntax:"*"}';
  expect(usedCss(css, page('<p fill="var(--e)">'))).toBe(
    ':root{--a:var(--b);--b:1px;--e:3px}p{top:var(--a)}@property --b{syntax:"*"}',
  );
});
