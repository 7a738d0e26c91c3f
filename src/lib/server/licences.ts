import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** A package whose code can be in the site. */
export interface ShippedPackage {
  name: string;
  version: string;
  /** As the package names it: "MIT", "ISC". */
  licence: string;
  /** The text of its licence, where the package brings one. */
  text?: string;
}

interface Locked {
  version?: string;
  dependencies?: Record<string, string>;
}

/** Packages of the build of which a part is in every page: they are development dependencies, and the rest of them stays behind. */
const RUNTIMES = ['svelte', '@sveltejs/kit', 'clsx', 'devalue', 'esm-env', '@fontsource/source-sans-3'];

const json = <T>(path: string): T => JSON.parse(readFileSync(path, 'utf8')) as T;

/** Where a package that another needs is installed: beside it, or in a folder above. */
const installedAt = (packages: Record<string, Locked>, name: string, from: string): string | undefined => {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/node_modules/')))) {
    const path = `${folder ? `${folder}/` : ''}node_modules/${name}`;
    if (packages[path]) return path;
    if (!folder) return undefined;
    if (!folder.includes('/node_modules/')) folder = '';
  }
};

const readPackage = (path: string): ShippedPackage => {
  const { name, version, license, licenses } = json<{
    name: string;
    version: string;
    license?: string | { type: string };
    licenses?: { type: string }[];
  }>(join(path, 'package.json'));
  const licence = typeof license === 'string' ? license : (license?.type ?? licenses?.[0]?.type);
  const file = readdirSync(path).find((each) => /^licen[cs]e(\.|-|$)/i.test(each));
  const text = file && readFileSync(join(path, file), 'utf8').trim();
  return { name, version, licence: licence ?? 'see its text', ...(text ? { text } : {}) };
};

/**
 * The packages whose code can be in the site: what package.json depends on, all that these depend on, and the parts of Svelte that run
 * in a browser. Read from package-lock.json and node_modules, in order of name.
 */
export const shippedPackages = (root = process.cwd()): ShippedPackage[] => {
  const { packages } = json<{ packages: Record<string, Locked> }>(join(root, 'package-lock.json'));
  const found = new Set<string>(RUNTIMES.map((name) => `node_modules/${name}`));
  const waiting = Object.keys(packages['']?.dependencies ?? {}).map((name) => ({ name, from: '' }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const path = installedAt(packages, next.name, next.from);
    if (!path || found.has(path)) continue;
    found.add(path);
    for (const name of Object.keys(packages[path]?.dependencies ?? {})) waiting.push({ name, from: path });
  }
  const all = [...found]
    .filter((path) => !path.includes('node_modules/@types/') && existsSync(join(root, path, 'package.json')))
    .map((path) => readPackage(join(root, path)));
  const unique = new Map(all.map((each) => [`${each.name} ${each.version}`, each]));
  return [...unique.values()].sort((a, b) => a.name.localeCompare(b.name) || a.version.localeCompare(b.version));
};

/** The licences of packages one after another, as a file that goes with the site. */
export const licenceTexts = (packages: readonly ShippedPackage[]): string =>
  `${packages
    .map(
      ({ name, version, licence, text }) =>
        `${name} ${version}\nLicence: ${licence}\n\n${text ?? 'The package brings no text of its licence.'}`
    )
    .join(`\n\n${'-'.repeat(72)}\n\n`)}\n`;
