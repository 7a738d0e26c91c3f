// Leads old addresses on: what is old of an address, and what takes its place. `views:` marks a measure with several views.
const hasViews = document.querySelector('meta[name="old-views"]');
const address = (hasViews ? 'views:' : '') + location.pathname + location.search + location.hash;
for (const [old, to] of /** @type {[RegExp, string][]} */ ([
  [/^views:(.*\/(trends|embed)\/[^/]+\/)(\?.*)?[?&]view=rank\b/, '$1ranked/$3'],
  [/^views:(.*\/(trends|embed)\/[^/]+\/)(\?.*)?[?&]view=(map|spread)\b/, '$1$4/$3'],
  [/\/areas\/([^/]+)\/\?(.*)\bwith=/, '/compare/?$2areas=$1,'],
  [/(-and-after\/)((\?[^#]*)?#everywhere$|(?=(\?[^#]*)?#by-|\?(.*&)?(area|measure|show)=[^#]*$))/, '$1councils/$3'],
  [/(-and-after\/)((\?[^#]*)?#years$|(?=(\?[^#]*)?#(model|described)-|\?(.*&)?transition=[^#]*$))/, '$1years/$3'],
  [/(-and-after\/)((\?[^#]*)?#months$|(?=(\?[^#]*)?#event-date$|\?(.*&)?(event|base)=[^#]*$))/, '$1months/$3'],
  [/(-and-after\/)(\?[^#]*)?(#(documents|since)$|(?=#(since)-))/, '$1$4$5/$2'],
  [/(-and-after\/)(\?[^#]*)?#rivals$/, '$1other-explanations/$2'],
  [/(-and-after\/)(\?[^#]*)?#case$/, '$1timeline/$2']
]))
  if (old.test(address)) location.replace(address.replace(old, to).replace('/&', '/?'));
