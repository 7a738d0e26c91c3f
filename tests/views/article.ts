import type { Component } from 'svelte';
import { render } from 'svelte/server';
import { CHAPTERS } from '../../src/routes/before-and-after/chapters.ts';
import Councils from '../../src/routes/before-and-after/councils/Councils.svelte';
import { loadSection as loadCouncils } from '../../src/routes/before-and-after/councils/load-section.ts';
import Documents from '../../src/routes/before-and-after/documents/Documents.svelte';
import { loadSection as loadDocuments } from '../../src/routes/before-and-after/documents/load-section.ts';
import { loadSection as loadMonths } from '../../src/routes/before-and-after/months/load-section.ts';
import Months from '../../src/routes/before-and-after/months/Months.svelte';
import { loadSection as loadExplanations } from '../../src/routes/before-and-after/other-explanations/load-section.ts';
import OtherExplanations from '../../src/routes/before-and-after/other-explanations/OtherExplanations.svelte';
import { loadSection as loadSince } from '../../src/routes/before-and-after/since/load-section.ts';
import Since from '../../src/routes/before-and-after/since/Since.svelte';
import { loadSection as loadStory } from '../../src/routes/before-and-after/story/load-section.ts';
import Story from '../../src/routes/before-and-after/story/Story.svelte';
import { loadSection as loadTimeline } from '../../src/routes/before-and-after/timeline/load-section.ts';
import Timeline from '../../src/routes/before-and-after/timeline/Timeline.svelte';
import { PRERENDERED } from '../../src/routes/before-and-after/view.svelte.ts';
import { loadSection as loadYears } from '../../src/routes/before-and-after/years/load-section.ts';
import Years from '../../src/routes/before-and-after/years/Years.svelte';

/*
 * The story and the chapters of before and after as a reader has them: each written as it is while prerendering, and taken apart
 * into text. Drawings are left out: what they show stands in tables.
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

export const NAMES = ['story', ...CHAPTERS.map(({ slug }) => slug)] as const;
type Name = (typeof NAMES)[number];

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
    .replace(/<(p|span) class="from[^"]*">.*?<\/\1>(?=\s*(?:<\/li>|<\/p>|<\/th>))/gs, '');
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

/** What each page is written from. */
const PAGES: Record<Name, [component: unknown, load: () => unknown]> = {
  story: [Story, loadStory],
  months: [Months, loadMonths],
  years: [Years, loadYears],
  councils: [Councils, loadCouncils],
  'other-explanations': [OtherExplanations, loadExplanations],
  since: [Since, loadSince],
  documents: [Documents, loadDocuments],
  timeline: [Timeline, loadTimeline]
};

/** Writes the story and the chapters and takes them apart, by name. */
export const readArticle = (): Record<Name, Section> =>
  Object.fromEntries(
    NAMES.map((name) => {
      const [component, load] = PAGES[name];
      const { body } = render(component as Component<Record<string, unknown>>, {
        props: { data: load(), view: PRERENDERED }
      });
      return [name, sectionOf(body)];
    })
  ) as Record<Name, Section>;
