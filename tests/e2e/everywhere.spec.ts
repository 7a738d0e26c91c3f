import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, posix, relative } from 'node:path';
import { test as reading } from '@playwright/test';
import { sampleOf } from '../ring.ts';
import { PAGES, expect, open, test } from './support.ts';

const BUILD = 'build';

const walk = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) =>
    entry.isDirectory() ? walk(join(folder, entry.name)) : [join(folder, entry.name)]
  );

interface Tag {
  name: string;
  attributes: Map<string, string>;
}

const decode = (text: string): string =>
  text
    .replace(/&(?:amp|#38);/g, '&')
    .replace(/&(?:quot|#34);/g, '"')
    .replace(/&(?:apos|#39);/g, "'")
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>');

const without = (html: string, ...names: string[]): string =>
  names.reduce((text, name) => text.replace(new RegExp(`<${name}\\b[^>]*>[\\s\\S]*?</${name}>`, 'gi'), ' '), html);

const tagsOf = (html: string): Tag[] =>
  [...html.matchAll(/<([a-z][\w-]*)((?:\s+[^\s=>"'/]+(?:\s*=\s*(?:"[^"]*"|'[^']*'|[^\s>"']+))?)*)\s*\/?>/gi)].map(
    ([, name, attributes]) => ({
      name: name!.toLowerCase(),
      attributes: new Map(
        [...attributes!.matchAll(/([^\s=>"'/]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+)))?/g)].map(
          ([, key, double, single, bare]) => [key!.toLowerCase(), decode(double ?? single ?? bare ?? '')]
        )
      )
    })
  );

interface Built {
  /** The address from the site's root, "/areas/haringey/". */
  address: string;
  html: string;
  tags: Tag[];
  ids: Set<string>;
  text: string;
}

const read = (file: string): Built => {
  const html = readFileSync(file, 'utf8').replace(/<!--[\s\S]*?-->/g, '');
  const tags = tagsOf(without(html, 'script', 'style'));
  const path = `/${relative(BUILD, file).split('\\').join('/')}`;
  return {
    address: path.replace(/index\.html$/, ''),
    html,
    tags,
    ids: new Set(tags.flatMap(({ attributes }) => attributes.get('id') ?? [])),
    text: decode(without(html, 'head', 'script', 'style', 'template', 'pre', 'code').replace(/<[^>]*>/g, ' '))
  };
};

const pages = existsSync(BUILD)
  ? walk(BUILD)
      .filter((file) => file.endsWith('.html'))
      .map(read)
  : [];
const byAddress = new Map(pages.map((page) => [page.address, page]));

/** "address: what is wrong" of every page, so that one run names them all. */
const faults = (find: (page: Built) => string[]): string[] =>
  pages.flatMap((page) => find(page).map((fault) => `${page.address}: ${fault}`));

reading.describe('every page of the build', () => {
  // One worker after another: the files are read once.
  reading.describe.configure({ mode: 'default' });

  reading('is there', () => {
    expect(pages.length).toBeGreaterThan(200);
    for (const address of Object.values(PAGES))
      if (address !== PAGES['a page that is not there'])
        expect([address, byAddress.has(address.replace(/\?.*/, ''))]).toEqual([address, true]);
  });

  reading('has one first heading, a title, a description and its language', () => {
    expect(
      faults(({ html, tags }) => {
        const headings = tags.filter(({ name }) => name === 'h1').length;
        const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
        const description = tags.find(({ attributes }) => attributes.get('name') === 'description');
        return [
          ...(headings === 1 ? [] : [`${headings} h1`]),
          ...(/\S · Per 10,000$/.test(title) ? [] : [`title "${title}"`]),
          ...((description?.attributes.get('content')?.length ?? 0) > 20 ? [] : ['no description']),
          ...(/<html lang="en-GB"/.test(html) ? [] : ['no lang'])
        ];
      })
    ).toEqual([]);
  });

  reading(
    'has a canonical address and a picture for other sites exactly where the build was told the site’s address',
    () => {
      const wanted = process.env.SITE_URL ? 1 : 0;
      expect(
        faults(({ address, html, tags }) => {
          if (address.startsWith('/404')) return [];
          const canonical = tags.filter(({ attributes }) => attributes.get('rel') === 'canonical').length;
          const pictures = [...html.matchAll(/property="og:image" content="[^"]*(\/pictures\/[^"]+)"/g)];
          return [
            ...(canonical === wanted && pictures.length === wanted
              ? []
              : [`${canonical} canonical, ${pictures.length} pictures`]),
            ...pictures.flatMap(([, path]) => (existsSync(BUILD + path!) ? [] : [`no file ${path}`]))
          ];
        })
      ).toEqual([]);
    }
  );

  reading('has a title of its own', () => {
    const titles = new Map<string, string[]>();
    for (const { html, address } of pages) {
      const title = /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? '';
      // The page for addresses that are not there exists twice, as a page and as the file that hosts look for.
      if (!address.startsWith('/404')) titles.set(title, [...(titles.get(title) ?? []), address]);
    }
    expect([...titles].filter(([, addresses]) => addresses.length > 1)).toEqual([]);
  });

  reading('has headings that skip no level', () => {
    expect(
      faults(({ tags }) => {
        const levels = tags.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? Number(name[1]) : []));
        return levels.flatMap((level, i) =>
          i && level - levels[i - 1]! > 1 ? [`h${levels[i - 1]} then h${level}`] : []
        );
      })
    ).toEqual([]);
  });

  reading('has no style attribute, no script of its own and no id twice', () => {
    expect(
      faults(({ html, tags }) => {
        const ids = tags.flatMap(({ attributes }) => attributes.get('id') ?? []);
        const twice = [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))];
        return [
          ...tags.filter(({ attributes }) => attributes.has('style')).map(({ name }) => `style attribute on ${name}`),
          ...tags.flatMap(({ name, attributes }) =>
            [...attributes.keys()].filter((key) => /^on/.test(key)).map((key) => `${key} on ${name}`)
          ),
          ...twice.map((id) => `id "${id}" twice`),
          ...(/<script[^>]+src=["']?https?:/.test(html) ? ['a script from elsewhere'] : []),
          ...(/http-equiv="content-security-policy"/i.test(html) ? [] : ['no policy'])
        ];
      })
    ).toEqual([]);
  });

  reading('says nothing that only a programmer would read', () => {
    expect(
      faults(({ text }) =>
        [...text.matchAll(/.{0,40}(?:\bundefined\b|\bNaN\b|\bnull\b|\[object |\{@|&#?\w+;|\bInfinity\b).{0,40}/g)].map(
          ([found]) => found.replace(/\s+/g, ' ').trim()
        )
      )
    ).toEqual([]);
  });

  reading('names only areas, references and controls that are there', () => {
    const naming = ['aria-labelledby', 'aria-describedby', 'aria-controls', 'for'];
    expect(
      faults(({ tags, ids }) =>
        tags.flatMap(({ name, attributes }) =>
          naming.flatMap((key) =>
            (attributes.get(key)?.split(/\s+/) ?? [])
              .filter((id) => id && !ids.has(id))
              .map((id) => `${key}="${id}" on ${name}`)
          )
        )
      )
    ).toEqual([]);
  });

  reading('links only to what is there, fragments included', () => {
    expect(pages.flatMap(({ tags }) => tags.filter(({ name }) => name === 'a')).length).toBeGreaterThan(5000);
    const isFile = (address: string): boolean =>
      statSync(join(BUILD, address), { throwIfNoEntry: false })?.isFile() ?? false;
    const base = 'http://site';
    expect(
      faults(({ address, tags }) =>
        tags.flatMap(({ name, attributes }) => {
          const to = attributes.get('href') ?? attributes.get('src');
          if (to === undefined || (name === 'use' && to.startsWith('#'))) return [];
          const url = new URL(to, base + address);
          if (url.origin !== base) return [];
          const path = decodeURIComponent(url.pathname);
          const target = byAddress.get(path);
          if (!target) return path.endsWith('/') || !isFile(path) ? [`${to} leads nowhere`] : [];
          const id = decodeURIComponent(url.hash.slice(1));
          return id && !target.ids.has(id) ? [`${to} has no such place`] : [];
        })
      )
    ).toEqual([]);
  });

  reading('asks other sites for nothing: what is outside is a link to follow', () => {
    const loads: Record<string, string[]> = {
      script: ['src'],
      img: ['src', 'srcset'],
      link: ['href'],
      iframe: ['src'],
      source: ['src', 'srcset'],
      form: ['action'],
      image: ['href'],
      use: ['href']
    };
    expect(
      faults(({ tags }) =>
        tags.flatMap(({ name, attributes }) =>
          (loads[name] ?? []).flatMap((key) => {
            const to = attributes.get(key);
            return to && /^(https?:)?\/\//.test(to) ? [`${name} ${key}="${to}"`] : [];
          })
        )
      )
    ).toEqual([]);
  });

  reading('is not longer than a cheap phone can take', () => {
    expect(faults(({ html }) => (html.length > 400_000 ? [`${Math.round(html.length / 1000)} kB`] : []))).toEqual([]);
  });

  reading('brings no part of the database, but for the page that explores', () => {
    const engine = walk(BUILD).filter(
      (file) => /duckdb|engine/i.test(posix.basename(file)) && /\.(js|wasm)/.test(file)
    );
    const scripts = new Set(engine.map((file) => posix.basename(file)));
    expect(
      faults(({ address, html }) =>
        address.startsWith('/explore/')
          ? []
          : [...html.matchAll(/(?:href|src|import\()\s*=?\s*["']([^"']+\.(?:js|wasm))["']/g)].flatMap(([, to]) =>
              scripts.has(posix.basename(to!)) || dirname(to!).endsWith('/engine') ? [to!] : []
            )
      )
    ).toEqual([]);
  });
});

test.describe('a page in the browser', () => {
  const addresses = [
    ...Object.values(PAGES).filter((address) => address !== PAGES['a page that is not there']),
    '/explore/',
    '/areas/dorset-to-2019/',
    '/areas/city-of-london/',
    '/areas/east-midlands/',
    '/trends/care-applications/',
    '/trends/caseload/',
    '/trends/children/',
    '/data/social_work_workforce/'
  ];

  for (const address of sampleOf(addresses, 5))
    test(`${address} loads without an error, without another site and without the database`, async ({ page }) => {
      const asked: string[] = [];
      const missing: string[] = [];
      page.on('request', (request) => asked.push(request.url()));
      page.on('response', (response) => {
        if (response.status() >= 400) missing.push(response.url());
      });
      await open(page, address);
      await page.waitForLoadState('networkidle');
      expect(missing).toEqual([]);
      if (address !== '/explore/') expect(asked.filter((url) => /duckdb|\/engine\/|\.wasm/i.test(url))).toEqual([]);
      await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
      await expect(page.locator('[style]:not(.tip)')).toHaveCount(0);
      expect(await page.evaluate(() => document.cookie + localStorage.length + sessionStorage.length)).toMatch(
        /^0\d?$/
      );
    });
});
