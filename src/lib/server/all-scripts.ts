import { readFileSync } from 'node:fs';

/** What the build says of a script: its file, and the keys of the scripts that it imports before it runs. */
interface Chunk {
  file: string;
  imports?: string[];
}
export type Manifest = Record<string, Chunk>;

/** The manifest that Vite wrote beside the scripts, before any page is prerendered. */
export const readManifest = (): Manifest =>
  JSON.parse(readFileSync('.svelte-kit/output/client/.vite/manifest.json', 'utf8')) as Manifest;

/**
 * Adds to the scripts that a page preloads those that these import. SvelteKit leaves some out: a script that it has met as part
 * of something that is fetched later is not named again where it is needed to start.
 */
export const withAllScripts = (html: string, manifest: Manifest): string => {
  const chunks = new Map(Object.values(manifest).map((chunk) => [chunk.file, chunk]));
  const links = [...html.matchAll(/<link href="([^"]*?)(_app\/[^"]+\.js)" rel="modulepreload">/g)];
  const named = new Set(links.map(([, , file]) => file!));
  const missing: string[] = [];
  const waiting = [...named];
  for (let file = waiting.pop(); file; file = waiting.pop())
    for (const key of chunks.get(file)?.imports ?? []) {
      const { file: imported } = manifest[key]!;
      if (named.has(imported)) continue;
      named.add(imported);
      missing.push(imported);
      waiting.push(imported);
    }
  const last = links.at(-1);
  if (!last || missing.length === 0) return html;
  const [link, base = ''] = last;
  const added = missing.map((file) => `<link href="${base}${file}" rel="modulepreload">`).join('');
  return html.replace(link, () => link + added);
};
