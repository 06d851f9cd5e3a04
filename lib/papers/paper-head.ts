import { countryName } from '@/lib/domain/words/places';
import { marketOfPaper, type Setting } from './setting';
import { EDGE } from './sheet';

const INFO = { x: 328, nameWidth: 92, valueX: 422, valueWidth: EDGE.right - 422 };

/** Who sells, who buys, and what this paper is; answers where the lines may begin. */
export function writeHead(setting: Setting, title: string): number {
  const { sheet, facts } = setting;
  const { seller } = facts;
  const head = sheet.part('Sect');
  sheet.write(head, 'P', seller.name, { x: EDGE.left, y: EDGE.top, width: 468, size: 15, strong: true });
  const place = [seller.street, [seller.postalCode, seller.city].filter(Boolean).join(' ')].filter(Boolean);
  // The line above the address, which a window in an envelope shows with it.
  if (place.length > 0) {
    const line = [seller.name, ...place].join(' · ');
    sheet.write(head, 'P', line, { x: EDGE.left, y: 132, width: 241, size: 7, soft: true });
    sheet.rule(144, { to: EDGE.left + 241 });
  }
  const afterAddress = sheet.write(head, 'P', addressOf(setting), {
    x: EDGE.left,
    y: 151,
    width: 241,
    size: 10,
    lineGap: 3,
  });
  const afterInfo = writeInfo(setting);
  const titleAt = Math.max(afterAddress, afterInfo, 250) + 24;
  return sheet.write(sheet.root, 'H1', title, { x: EDGE.left, y: titleAt, width: 468, size: 17, strong: true }) + 14;
}

function addressOf({ buyer, facts }: Setting): string {
  const { name, street1, street2, postalCode, city, region, country } = buyer;
  const town = country === 'US' ? `${city}, ${region} ${postalCode}` : `${postalCode} ${city}`;
  const abroad = country === (facts.seller.country ?? 'DE') ? '' : countryName(country, marketOfPaper(facts));
  return [name, street1, street2, town, abroad].filter(Boolean).join('\n');
}

function writeInfo({ sheet, facts, words, days }: Setting): number {
  const rows: [string, string][] = [
    [words.number[facts.kind], facts.label],
    [words.date, days(facts.issuedOn)],
    ...(facts.corrects
      ? [[words.corrects, words.ofDay(facts.corrects.label, days(facts.corrects.issuedOn))] satisfies [string, string]]
      : []),
    [words.order, words.ofDay(facts.orderLabel, days(facts.orderedOn))],
    ...(facts.supply
      ? [[words.supply, words.supplyBetween(days(facts.supply.from, facts.supply.to))] satisfies [string, string]]
      : []),
  ];
  const table = sheet.part('Table');
  let y = 132;
  for (const [name, value] of rows) {
    const row = sheet.part('TR', table);
    const left = sheet.write(row, 'TH', name, { x: INFO.x, y, width: INFO.nameWidth, size: 8.5, soft: true });
    const right = sheet.write(row, 'TD', value, { x: INFO.valueX, y, width: INFO.valueWidth, size: 8.5 });
    y = Math.max(left, right) + 3;
  }
  return y;
}
