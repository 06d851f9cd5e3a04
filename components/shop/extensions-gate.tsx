'use client';

import { useRouter } from 'next/navigation';
import { useEffect } from 'react';
import { arrive } from '@/lib/webview/arrival';
import { prepareInstalled } from '@/lib/webview/installed';

type GateProps = {
  sdkUrl: string;
  appId: string;
  /** A page that is hers alone must be drawn anew once it is known who she is. */
  personal?: boolean;
  joining?: boolean;
  drawnFor?: string;
};

/** Finds out who opened the webview. On pages that the front door keeps their own script has done so before. */
export function ExtensionsGate({ sdkUrl, appId, personal = false, joining = false, drawnFor }: GateProps) {
  const router = useRouter();
  useEffect(prepareInstalled, []);
  useEffect(
    () => arrive({ sdkUrl, appId, joining, drawnFor }, personal ? () => router.refresh() : null),
    [router, sdkUrl, appId, personal, joining, drawnFor],
  );
  return null;
}
