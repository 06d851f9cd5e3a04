import type { Metadata } from 'next';
import { ShopFrame } from '@/components/shop/shop-frame';
import { accessibilityWords } from '@/lib/domain/words/accessibility';
import { readShop } from '@/lib/server/catalogue';
import { marketFromParams } from '@/lib/server/market-params';

type Params = { params: Promise<{ locale: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  return { title: accessibilityWords[(await marketFromParams(params)).language].title };
}

/** How the shop can be used by everybody, what is missing, and who watches over it (BFSG § 14, annex 3). */
export default async function Page({ params }: Params) {
  const market = await marketFromParams(params);
  const shop = await readShop();
  const { title, parts, contact, authority } = accessibilityWords[market.language];
  const sections = [...parts, { title: contact.title, text: contact.text(shop.email) }, authority];
  return (
    <ShopFrame market={market} shopName={shop.name} current={null}>
      <article className="safe-x mx-auto max-w-text pt-4">
        <h1 className="text-lg md:text-xl">{title}</h1>
        {sections.map((section) => (
          <section key={section.title} className="mt-5">
            <h2 className="text-base">{section.title}</h2>
            <p className="mt-1">{section.text}</p>
          </section>
        ))}
      </article>
    </ShopFrame>
  );
}
