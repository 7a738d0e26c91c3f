/*
 * On the list of councils: fetches what answers a search that was sent there, where one was. The list itself is enough without.
 */
if (new URLSearchParams(location.search).get('find')?.trim()) {
  // By an address that is put together here, as in site-search.ts.
  const address = import.meta.url.replace(/[^/]*$/, 'found-answer.js');
  void import(/* @vite-ignore */ address).catch(() => undefined);
}

export {};
