import { expect, it } from 'vitest';
import { auditCsvHead, auditCsvLine } from './audit-csv';
import { differences } from './entry';

it('keeps what differs, and no more', () => {
  const before = { status: 'draft', title: { de: 'Otter' }, tags: ['a'] };
  expect(differences(before, { status: 'active', title: { de: 'Otter' }, tags: ['a', 'b'] })).toEqual({
    before: { status: 'draft', tags: ['a'] },
    after: { status: 'active', tags: ['a', 'b'] },
  });
  expect(differences(before, { ...before })).toEqual({ before: null, after: null });
  expect(differences({}, { text: { de: 'x'.repeat(9_000) } }).after).toEqual({ text: { de: `${'x'.repeat(300)}…` } });
});

it('row 48: nothing in the export is a formula, and nothing leaves its cell', () => {
  const line = auditCsvLine({
    id: 7,
    at: new Date('2026-11-23T10:00:00Z'),
    merchantId: 'greta',
    who: '=HYPERLINK("https://evil.example")',
    what: 'product.saved',
    about: '@SUM(1)',
    before: null,
    after: { title: 'a "b",\r\n=cmd' },
  });
  expect(line).toBe(
    `"7","2026-11-23T10:00:00.000Z","'=HYPERLINK(""https://evil.example"")","product.saved","'@SUM(1)","","{""title"":""a \\""b\\"",\\r\\n=cmd""}"\r\n`,
  );
  expect(auditCsvHead()).toBe('"id","at","who","what","about","before","after"\r\n');
});
