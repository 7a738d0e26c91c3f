/*
 * The script of a brief: its button prints, and where the build was not told the site's address, the page's own address and its
 * code are filled in. The code's library is fetched only then.
 */

document.querySelector('[data-print]')?.addEventListener('click', () => window.print());

const place = document.querySelector<HTMLElement>('[data-code="open"]');

const fill = async (into: HTMLElement): Promise<void> => {
  const { origin, pathname } = window.location;
  const address = origin + pathname;
  for (const each of document.querySelectorAll('[data-address]')) each.textContent = `${address} `;
  // By an address that is put together here, as in site-search.ts.
  const code = import.meta.url.replace(/[^/]*$/, 'qr-code.js');
  const { qrCode } = (await import(/* @vite-ignore */ code)) as typeof import('./qr-code.ts');
  const { size, path } = qrCode(address);
  const svg = into.querySelector('svg');
  if (!svg) return;
  svg.setAttribute('viewBox', `0 0 ${size} ${size}`);
  svg.setAttribute('aria-label', `QR code of the address of this page: ${address}`);
  svg.querySelector('rect')?.setAttribute('width', String(size));
  svg.querySelector('rect')?.setAttribute('height', String(size));
  svg.querySelector('path')?.setAttribute('d', path);
  into.hidden = false;
};

// Where the library does not arrive, the address stands there without its code.
if (place) void fill(place).catch(() => undefined);
