import { createHash } from 'node:crypto';

/*
 * The inline script by which SvelteKit starts a page, changed while prerendering.
 */

const hash = (script: string): string => `sha256-${createHash('sha256').update(script).digest('base64')}`;

/** The page with its start changed, and with it the hash in its policy. A page without SvelteKit's start is left as it is. */
export const changeStart = (html: string, change: (script: string) => string): string => {
  const at = html.indexOf('document.currentScript.parentElement');
  if (at < 0) return html;
  const from = html.lastIndexOf('<script>', at) + '<script>'.length;
  const script = html.slice(from, html.indexOf('</script>', at));
  const changed = change(script);
  const page = html.slice(0, from) + changed + html.slice(from + script.length);
  if (!page.includes(hash(script))) throw new Error('changeStart: expected the policy to hold the script’s hash');
  return page.replace(hash(script), () => hash(changed));
};
