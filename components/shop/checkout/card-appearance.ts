import type { Appearance } from '@stripe/stripe-js';

/** The card fields stand in a frame of the provider's and cannot read our tokens: the same colours, said in its words. */
export function cardAppearance(): Appearance {
  const isDark = window.matchMedia('(prefers-color-scheme: dark)').matches;
  return {
    theme: isDark ? 'night' : 'stripe',
    variables: {
      colorPrimary: isDark ? '#74d3cb' : '#02565c',
      colorBackground: isDark ? '#17222a' : '#ffffff',
      colorText: isDark ? '#f1eeea' : '#15222b',
      colorDanger: isDark ? '#ff9a8d' : '#b3131b',
      fontFamily: 'system-ui, sans-serif',
      fontSizeBase: '17px',
      borderRadius: '10px',
    },
  };
}
