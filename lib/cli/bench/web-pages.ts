import { pictureAddress, pictureSet } from '@/lib/domain/catalogue/picture';
import type { Product, ProductCard, ProductImage } from '@/lib/domain/catalogue/product';
import { formatMoney, money } from '@/lib/domain/money';

/** A page made by hand: what stands in its head, and its body. */
export type HandMade = { css: string; title: string; body: string };

const CSS = `:root{color-scheme:light dark}*{box-sizing:border-box;margin:0}body{font:17px/1.5 system-ui,sans-serif}a{color:inherit}
header,main,footer{max-width:68rem;margin:0 auto;padding:8px 16px}nav ul,.grid,.chips{display:flex;flex-wrap:wrap;gap:8px 16px;padding:0;list-style:none}
nav a{display:inline-flex;align-items:center;min-height:44px}h1{font-size:22px;line-height:1.25;margin:16px 0 4px}
.box{aspect-ratio:4/5;background:#eae6df;overflow:hidden}.box img{display:block;width:100%;height:100%;object-fit:cover}
.grid{display:grid;grid-template-columns:1fr 1fr;gap:24px 12px}.grid b{display:block;margin-top:8px}.price{font-weight:600;font-variant-numeric:tabular-nums}
fieldset{border:0;padding:0;margin:16px 0}.chips label{display:inline-flex;align-items:center;min-height:48px;padding:0 16px;border:1px solid;border-radius:10px}
.chips label:has(:checked){border-width:2px}.bar{position:fixed;inset:auto 0 0;padding:8px 16px;background:Canvas}
button{width:100%;min-height:48px;border:0;border-radius:10px;background:#00575c;color:#fff;font:inherit;font-weight:600}@media(min-width:40rem){.grid{grid-template-columns:repeat(4,1fr)}}`;

const NAV = `<header><b>Otter &amp; Ottilie</b><nav><ul><li><a href="/shop">Shop</a></li><li><a href="/search">Suche</a></li><li><a href="/cart">Warenkorb</a></li><li><a href="/orders">Bestellungen</a></li></ul></nav></header>`;
const FOOTER = `<footer><nav><ul>${['Impressum', 'Datenschutz', 'AGB', 'Versand', 'Widerruf'].map((name) => `<li><a href="/${name}">${name}</a></li>`).join('')}</ul></nav></footer>`;

/** A product as a careful person would write it down: picture, name, price, choice, a form that posts. */
export function productByHand(product: Product): HandMade {
  const [image] = product.images;
  const title = text(product.title.de);
  const price = priceOf(Math.min(...product.variants.map((variant) => variant.prices.EUR ?? Number.POSITIVE_INFINITY)));
  const choices = product.options.map(
    (option) =>
      `<fieldset><legend>${text(option.name.de)}</legend><div class="chips">${option.values
        .map(
          (value, at) =>
            `<label><input type="radio" name="option.${option.key}" value="${value.key}"${at === 0 ? ' checked' : ''}> ${text(value.name.de)}</label>`,
        )
        .join('')}</div></fieldset>`,
  );
  const form = `<form action="/api/cart" method="post"><input type="hidden" name="slug" value="${product.slug}">${choices.join('')}<label>Menge <input type="number" name="quantity" value="1" min="1" max="99"></label><div class="bar"><button type="submit">In den Warenkorb · ${price}</button></div></form>`;
  const body = `${NAV}<main>${picture(image, '(min-width: 48rem) 32rem, 100vw', true)}<h1>${title}</h1><p>${text(product.subtitle.de)}</p><p class="price">${price}</p>${form}<div>${product.descriptionHtml.de}</div></main>${FOOTER}`;
  return { css: CSS, title, body };
}

/** A collection by hand: the same pictures at the same sizes. */
export function listByHand(title: string, cards: ProductCard[]): HandMade {
  const items = cards.map(
    (card, at) =>
      `<li><a href="/shop/products/${card.slug}">${picture(card.image, '(min-width: 64rem) 16rem, (min-width: 40rem) 31vw, 46vw', at < 2)}<b>${text(card.title.de)}</b><span class="price">${card.fromMinor === null ? '' : priceOf(card.fromMinor)}</span></a></li>`,
  );
  return {
    css: CSS,
    title: text(title),
    body: `${NAV}<main><h1>${text(title)}</h1><ul class="grid">${items.join('')}</ul></main>${FOOTER}`,
  };
}

/** The whole page as it goes over the line, without any script. */
export function plainHtml({ css, title, body }: HandMade): string {
  return `<!DOCTYPE html><html lang="de"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${css}</style></head><body>${body}</body></html>`;
}

function picture(image: ProductImage | null | undefined, sizes: string, first: boolean): string {
  if (!image?.file) return '<div class="box"></div>';
  const { file, width, height } = image;
  const how = first ? 'fetchpriority="high"' : 'loading="lazy"';
  return `<div class="box"><picture><source type="image/avif" srcset="${pictureSet(file, 'avif')}" sizes="${sizes}"><img src="${pictureAddress(file, 640, 'webp')}" srcset="${pictureSet(file, 'webp')}" sizes="${sizes}" width="${width}" height="${height}" alt="${text(image.alt.de)}" decoding="async" ${how}></picture></div>`;
}

const priceOf = (minor: number) => formatMoney(money(minor, 'EUR'), 'de-DE');
const text = (value: string) => value.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
