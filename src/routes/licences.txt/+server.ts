import { licenceTexts, shippedPackages } from '#lib/server/licences.ts';

export const prerender = true;
export const trailingSlash = 'never';

/** The licences of all packages whose code can be in the site. */
export const GET = () =>
  new Response(licenceTexts(shippedPackages()), { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
