import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { load } from '../../src/routes/before-and-after/+page.server.ts';
import { lateMarkup } from '../../src/routes/before-and-after/late.ts';
import { CODE, type SectionProps } from '../../src/routes/before-and-after/parts.ts';
import { SECTIONS } from '../../src/routes/before-and-after/sections.ts';
import { take } from '../../src/routes/before-and-after/shelf.ts';

/*
 * The article on before and after as a reader has it: every section written as it is while prerendering, and taken apart into
 * text. Drawings are left out: what they show stands in tables.
 */

/** A table: its caption, and its rows cell by cell, the heads first. */
export interface ReadTable {
  caption: string;
  rows: string[][];
}

/** One section: the text of every paragraph, item, heading and caption that is in no table, and the tables. */
export interface Section {
  /** In order. The source named under an entry of a list is no part of its text. */
  blocks: string[];
  tables: ReadTable[];
  /** The markup as it was written, with drawings, labels and sources. */
  markup: string;
}

type Name = 'short' | (typeof SECTIONS)[number][0];

const ENTITIES: Record<string, string> = { '&amp;': '&', '&quot;': '"', '&lt;': '<', '&gt;': '>', '&#39;': "'" };

const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(amp|quot|lt|gt|#39);/g, (entity) => ENTITIES[entity]!)
    .replace(/\s+/g, ' ')
    .replace(/ ([.,;:])/g, '$1')
    .trim();

const BLOCK_ENDS =
  /<\/?(?:p|li|ul|ol|dt|dd|dl|div|h\d|figure|figcaption|summary|details|legend|label|option|select|button|fieldset|span data-count|time)\b[^>]*>/g;

const tableOf = (markup: string): ReadTable => ({
  caption: textOf(/<caption[^>]*>(.*?)<\/caption>/s.exec(markup)?.[1] ?? ''),
  rows: [...markup.matchAll(/<tr[^>]*>(.*?)<\/tr>/gs)].map(([, row]) =>
    [...row!.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/gs)].map(([, cell]) => textOf(cell!))
  )
});

const sectionOf = (markup: string): Section => {
  const plain = markup
    .replace(/<!--.*?-->/gs, '')
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<(p|span) class="from">.*?<\/\1>(?=<\/li>|<\/p>|<\/th>)/gs, '');
  return {
    markup,
    blocks: plain
      .replace(/<table.*?<\/table>/gs, '')
      .split(BLOCK_ENDS)
      .map(textOf)
      .filter(Boolean),
    tables: [...plain.matchAll(/<table.*?<\/table>/gs)].map(([table]) => tableOf(table))
  };
};

/** Writes the article and takes it apart, by section, each with its late drawings, and the list of every council that has a page of its own. */
export const readArticle = async (): Promise<Record<Name, Section>> => {
  load();
  const { made, sections } = take()!;
  const late = lateMarkup();
  const names: Name[] = ['short', ...SECTIONS.map(([id]) => id)];
  const read = names.map(async (name) => {
    const { default: component } = await CODE[name]();
    const written = render(component as unknown as Component<SectionProps<unknown> & Record<string, unknown>>, {
      props: { data: sections[name], made }
    });
    const drawn = written.body.replace(/<svg class="late[^>]* data-late="([^"]*)"[^>]*><\/svg>/g, (_, of) => late[of]!);
    return [name, sectionOf(name === 'everywhere' ? drawn + made.tables.authorities! : drawn)] as const;
  });
  return Object.fromEntries(await Promise.all(read)) as Record<Name, Section>;
};
