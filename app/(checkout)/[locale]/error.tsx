'use client';

import { BrokenPage } from '@/components/shop/broken-page';

export default function PersonalError({ retry }: { error: unknown; retry: () => void }) {
  return <BrokenPage retry={retry} />;
}
