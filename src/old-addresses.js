// Leads old addresses on. A row: the page it is for, the old search part, and the address that took its place.
(() => {
  const { pathname, search, hash } = location;
  const views = document.querySelector('meta[name="old-views"]') ? /\/(trends|embed)\/[^/]+\/$/ : /$^/;
  /** @type {[RegExp, RegExp, string][]} */
  const rows = [
    [views, /^(.*)[?&]view=rank\b(.*)$/, 'ranked/$1$2'],
    [views, /^(.*)[?&]view=(map|spread)\b(.*)$/, '$2/$1$3'],
    [/\/areas\/[^/]+\/$/, /^(.*)\bwith=([^&]*)(.*)$/, `../../compare/$1areas=${pathname.split('/').at(-2)},$2$3`]
  ];
  for (const [page, old, to] of rows)
    if (page.test(pathname) && old.test(search)) location.replace(search.replace(old, to).replace('/&', '/?') + hash);
})();
