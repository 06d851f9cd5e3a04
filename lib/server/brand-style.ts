import 'server-only';
import { headers } from 'next/headers';
import { brandStyle } from '@/lib/domain/brand/palette';
import { pictureAddress } from '@/lib/domain/catalogue/picture';
import { readShop } from './catalogue';

/** The style sheet of the shop's own look, for the head of its pages; empty where the merchant chose none. */
export async function readBrandStyle(): Promise<string> {
  const { colour = null, logo } = await readShop();
  return brandStyle({ colour, logo: logo ? pictureAddress(logo, 360, 'webp') : null });
}

/** The nonce of the page that is being made for one request: what is inline in it has to carry it. */
export async function readNonce(): Promise<string | undefined> {
  return /'nonce-([^']+)'/.exec((await headers()).get('content-security-policy') ?? '')?.[1];
}
