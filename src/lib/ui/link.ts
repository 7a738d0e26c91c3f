import { resolve } from '$app/paths';

/**
 * The address of one of the site's own pages or files, right under any sub-path: `link('/areas/haringey')` ends in a slash,
 * `link('/data/breaks.csv')` does not. Search and fragment are kept.
 */
export const link = (path: string): string => {
  const [, place = '', rest = ''] = /^([^?#]*)(.*)$/.exec(path) ?? [];
  const isFile = /\.[a-z0-9-]+$/i.test(place);
  const whole = isFile || place.endsWith('/') ? place : `${place}/`;
  // Routes are checked by the tests that follow every link; here the address may be computed.
  return (resolve as (path: string) => string)(whole) + rest;
};
