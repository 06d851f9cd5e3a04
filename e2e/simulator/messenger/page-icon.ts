/** The Page's picture: an otter holding a sheet of paper. Own drawing. */
export const pageIcon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96" role="img" aria-label="Otter &amp; Ottilie">
<rect width="96" height="96" fill="#1f4e5f"/>
<path d="M0 74c12-6 20 4 32 0s20-6 32 0 20 4 32-2v24H0z" fill="#2f7486"/>
<path d="M26 96c0-34 2-62 22-62s22 28 22 62z" fill="#8a5a3c"/>
<path d="M34 96c0-22 2-40 14-40s14 18 14 40z" fill="#d9b48f"/>
<circle cx="48" cy="32" r="20" fill="#8a5a3c"/>
<circle cx="31" cy="18" r="5" fill="#6f452c"/><circle cx="65" cy="18" r="5" fill="#6f452c"/>
<ellipse cx="48" cy="40" rx="13" ry="9" fill="#d9b48f"/>
<circle cx="40" cy="28" r="2.6" fill="#1b1512"/><circle cx="56" cy="28" r="2.6" fill="#1b1512"/>
<ellipse cx="48" cy="36" rx="4" ry="2.8" fill="#1b1512"/>
<path d="M44 42c2 2 6 2 8 0" fill="none" stroke="#1b1512" stroke-width="1.6" stroke-linecap="round"/>
<rect x="34" y="58" width="28" height="22" rx="1.5" fill="#fff7e6" transform="rotate(-6 48 69)"/>
<path d="M39 65l17-2M39.6 70l17-2M40 75l10-1" stroke="#c8553d" stroke-width="1.8" stroke-linecap="round"/>
<ellipse cx="32" cy="71" rx="6" ry="5" fill="#6f452c"/><ellipse cx="65" cy="68" rx="6" ry="5" fill="#6f452c"/>
</svg>`;
