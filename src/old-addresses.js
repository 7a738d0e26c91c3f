// Leads old addresses on. A row: the pages it is for, the old parameter, and the path from there; undefined: nothing old is asked for.
(() => {
  const params = new URLSearchParams(location.search);
  const views = new Map(['rank', 'map', 'spread'].map((view) => [view, view === 'rank' ? 'ranked/' : `${view}/`]));
  const has = (/** @type {string} */ name) => document.querySelector(`meta[name="${name}"]`) !== null;
  /** @type {[RegExp, string, () => string | undefined | false][]} */
  const rows = [[/\/(trends|embed)\/[^/]+\/$/, 'view', () => has('old-views') && views.get(params.get('view') ?? '')]];
  for (const [pages, parameter, lead] of rows) {
    const to = pages.test(location.pathname) && lead();
    if (!to) continue;
    params.delete(parameter);
    location.replace(to + `?${params}`.replaceAll('%2C', ',').replace(/^\?$/, ''));
  }
})();
