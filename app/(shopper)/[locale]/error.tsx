'use client';

import { BrokenPage } from '@/components/shop/broken-page';

export default function ShopperError({ retry }: { error: unknown; retry: () => void }) {
  return <BrokenPage retry={retry} />;
}
