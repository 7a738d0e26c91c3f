import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { ADDRESSEES } from '#lib/domain/addressees.ts';
import { loadSection } from '../../src/routes/before-and-after/documents/load-section.ts';
import { printedFigures } from '../../src/routes/before-and-after/documents/printed.ts';
import { loadSection as loadStory } from '../../src/routes/before-and-after/story/load-section.ts';
import { readTimeline } from '../../src/routes/before-and-after/timeline/timeline.ts';
import { readArticle } from './article.ts';
import { namesIn } from '../names.ts';
import { cells, childrenBehind, roundedTo, table, type Row } from './raw.ts';

const ENGLAND = 'E92000001';

const seeds = (name: string): Row[] => table(`../seeds/${name}`);

const source = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../src/routes/before-and-after/${path}`, import.meta.url)), 'utf8');

const textOf = (markup: string): string =>
  markup
    .replace(/<[^>]*>/g, ' ')
    .replaceAll('&amp;', '&')
    .replaceAll('&quot;', '"')
    .replace(/\s+/g, ' ')
    .trim();

const commas = (value: number): string => String(value).replace(/\B(?=(\d{3})+$)/g, ',');

const count = (file: string, column: string, period: string, area = ENGLAND): number =>
  Number(cells({ file, column }, area).find((cell) => cell.period === period)!.text);

const lookedAfter = (year: string, area?: string): number =>
  count('children_looked_after', 'looked_after_31_march', year, area);

const { facts, telford } = loadSection();
const { documents, timeline } = readArticle();

/** A page as it is written, without the comments that components leave and the classes of their styles. */
const plain = (markup: string): string =>
  markup
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s*\bsvelte-[a-z0-9]+/g, '')
    .replaceAll(' class=""', '');

/** The markup of a page from a heading to the next. */
const under = (heading: string): string => {
  const [, found] = documents.markup.split(new RegExp(`<h2[^>]*>${heading}</h2>`));
  if (found === undefined) throw new Error(`expected the heading “${heading}”, found none`);
  return plain(found.split('<h2')[0]!);
};

describe('the timeline', () => {
  const entries = readTimeline();
  const events = table('events');
  const told = seeds('events');
  const list = plain(timeline.markup);

  it('holds every event of both files once, and one more with its source', () => {
    const shared = told.filter((row) => row.same_event);
    expect(shared.length).toBeGreaterThan(0);
    const wanted = [...events, ...told.filter((row) => !shared.includes(row))].map(({ id }) => id);
    expect(entries.map(({ id }) => id).sort()).toEqual(wanted.sort());
    expect(list.match(/<li>/g)).toHaveLength(wanted.length);
  });

  it('merges only what happened on one day, as far as each file knows the day', () => {
    for (const { id, date, same_event: same } of told.filter((row) => row.same_event))
      expect(events.find((row) => row.id === same)!.date!.startsWith(date!), id).toBe(true);
  });

  it('gives each entry a date, one sentence, a kind and a source', () => {
    for (const { id, date, sentence, kind, sources } of entries) {
      expect(date, id).toMatch(/^\d{4}(-\d\d(-\d\d)?)?$/);
      expect(sentence, id).toMatch(/^[A-Z].*\.$/);
      expect(sentence, id).not.toMatch(/[.!?] [A-Z]/);
      expect(kind, id).not.toBe('');
      expect(sources.length, id).toBeGreaterThan(0);
      for (const { title } of sources) expect(title, id).not.toBe('');
      expect(list).toContain(`<time datetime="${date}">`);
    }
    expect(list.match(/Source: \S/g)).toHaveLength(entries.length);
  });

  it('takes every number of a sentence from its row', () => {
    for (const row of events)
      for (const number of row.sentence!.replace('–', '-').match(/\d[\d,]*\d|\d/g) ?? [])
        expect(`${row.date} ${row.event} ${row.why_it_matters}`, row.id).toContain(number);
  });

  it('runs in order of time, with the death first of what stands in the open and the years around folded', () => {
    const dates = entries.map(({ date }) => date);
    for (const [i, date] of dates.slice(1).entries()) {
      const length = Math.min(date.length, dates[i]!.length);
      expect(date.slice(0, length) >= dates[i]!.slice(0, length), `${dates[i]} before ${date}`).toBe(true);
    }
    const open = [...list.replace(/<details>.*?<\/details>/g, '').matchAll(/datetime="([^"]*)"/g)].map(
      ([, date]) => date!
    );
    expect(open[0]).toBe('2007-08-03');
    expect(open.at(-1)!.slice(0, 4)).toBe('2010');
    expect(list).toContain('Before: 1970 to July 2007');
    expect(list).toMatch(/<details>.*datetime="1991-10".*<\/details>/);
  });

  it('names Peter Connelly with respect, and those who were convicted not at all', () => {
    const said = entries.map(({ sentence }) => sentence).join(' ');
    expect(said).toContain('Peter Connelly (known then as Baby P) died, aged 17 months.');
    expect(namesIn(said)).toEqual([]);
    expect(said.replace('(known then as Baby P)', '').replace('“Baby P effect”', '')).not.toMatch(/Baby P/);
  });
});

describe('what is said of the case', () => {
  it('takes its dates from the events, and counts the months between them', () => {
    const facts = loadStory().facts.dates;
    expect(facts).toMatchObject({
      death: '3 August 2007',
      register: '22 December 2006',
      verdicts: '11 November 2008',
      report: '12 March 2009'
    });
    // “A day later” ministers asked for the report.
    expect(table('events').find(({ id }) => id === 'review-announced')!.date).toBe('2008-11-12');
    const days = (Date.UTC(2008, 10, 11) - Date.UTC(2007, 7, 3)) / 86_400_000;
    expect(Math.floor(days / (365.25 / 12))).toBe(facts.wait);
    const prose = textOf(
      /<StorySection title="The case in dates">(.*?)<\/StorySection>/s
        .exec(source('story/Story.svelte'))![1]!
        .replace(/{[^}]*}/g, '')
    );
    expect(prose.match(/\d+/g)).toEqual(['17']);
    expect(table('events').find(({ id }) => id!.startsWith('peter-dies'))!.event).toContain('aged 17 months');
  });
});

describe('the eight figures of March 2009', () => {
  const figures = printedFigures();
  const rows = seeds('figures').filter(({ group }) => group === 'vulnerable-children-in-england');
  const careOrders = (year: string) =>
    Number(
      table('looked_after_by_legal_status').find(
        (row) => row.time_period === year && row.legal_status === 'Care order (full or interim)'
      )!.looked_after_31_march
    );

  it('stand as printed, four of them beside the figure for March 2008', () => {
    expect(figures.map(({ id, printed }) => [id, printed])).toEqual(rows.map(({ id, value }) => [id, Number(value)]));
    expect(Object.fromEntries(figures.filter(({ here }) => here).map(({ id, here }) => [id, here!.value]))).toEqual({
      'children-in-england': childrenBehind(ENGLAND, '2008'),
      'children-looked-after': lookedAfter('2008'),
      'children-care-order': careOrders('2008'),
      'children-protection-plan': count('child_protection_plans', 'on_plan_31_march', '2008')
    });
    expect([facts.printed, facts.held, facts.notHeld]).toEqual(['eight', 'four', 'four']);
  });

  it('have their differences worked out in the table', () => {
    for (const { printed, here } of figures)
      if (here) {
        const by = here.value - printed;
        const signed = `${by > 0 ? '+' : '−'}${commas(Math.abs(by))}`;
        expect(textOf(under('The eight figures of March 2009'))).toContain(
          `about ${commas(printed)} ${commas(here.value)} ${here.when} ${signed}`
        );
      }
  });

  it('are explained, with numbers that the files bear out', () => {
    const why = Object.fromEntries(figures.map((each) => [each.id, each.why]));
    expect(why['children-in-need']).toContain(
      `${commas(count('children_in_need', 'in_need_31_march', '2010'))} on 31 March 2010`
    );
    expect(why['children-looked-after']).toContain(
      `for 2007 (${commas(lookedAfter('2007'))}) and 2006 (${commas(lookedAfter('2006'))}) both round to 60,000`
    );
    for (const year of ['2006', '2007']) expect(Math.round(lookedAfter(year) / 1000)).toBe(60);
    expect(why['children-looked-after']).toContain(
      `to the nearest 1,000 it would be ${commas(Math.round(lookedAfter('2008') / 1000) * 1000)}`
    );
    expect(why['children-care-order']).toContain(`A year later it was ${commas(careOrders('2009'))}`);
    expect(why['children-protection-plan']).toContain(
      `31 March 2009, known only after the report, was ${commas(count('child_protection_plans', 'on_plan_31_march', '2009'))}`
    );
    const plans = { file: 'child_protection_plans', column: 'on_plan_31_march' };
    const orders = { file: 'looked_after_by_legal_status', column: 'looked_after_31_march' };
    for (const [each, id] of [
      [plans, 'children-protection-plan'],
      [orders, 'children-care-order']
    ] as const) {
      expect(roundedTo(each, 'National', '2008')).toBe(100);
      expect(why[id]).toMatch(/rounded to 100/);
    }
    for (const id of [
      'children-in-need',
      'children-domestic-abuse',
      'children-privately-fostered',
      'children-secure-homes'
    ])
      expect(figures.find((each) => each.id === id)!.here).toBeUndefined();
    expect(
      under('The eight figures of March 2009').match(/<td colspan="2">we have no series of that date/g)
    ).toHaveLength(4);
  });
});

describe('the recommendations', () => {
  const rows = seeds('recommendations');
  const markup = under('What Lord Laming recommended, and the answers');

  it('are all in the table, with addressee and answer', () => {
    expect(markup.match(/<tr role="row" data-to=/g)).toHaveLength(rows.length);
    const text = textOf(markup);
    for (const { recommendation, addressed_to, government_answer } of rows)
      for (const part of [recommendation, addressed_to, government_answer])
        expect(text).toContain(part!.replaceAll("'", '’'));
    const themes = rows.filter(({ id }) => id!.startsWith('theme-')).length;
    expect([facts.told, facts.themes, facts.rows]).toEqual([rows.length - themes, 'eight', rows.length]);
    expect(themes).toBe(8);
    expect(facts.answered).toBe(rows.filter((row) => row.government_answer).length);
    const stated = Object.fromEntries(seeds('figures').map(({ id, value }) => [id, Number(value)]));
    expect([facts.inAll, facts.accepted]).toEqual([
      stated['laming-recommendations'],
      stated['laming-recommendations-accepted']
    ]);
  });

  it('can be chosen by addressee, each choice saying how many rows it leaves', () => {
    const style = source('documents/Recommendations.svelte');
    for (const { key, of } of ADDRESSEES) {
      const wanted = rows.filter(({ addressed_to }) =>
        of.length ? addressed_to!.split('; ').some((name) => (of as readonly string[]).includes(name)) : !addressed_to
      );
      expect(wanted.length, key).toBeGreaterThan(0);
      expect(markup.match(new RegExp(`data-to="([^"]* )?${key}( [^"]*)?"`, 'g')), key).toHaveLength(wanted.length);
      expect(markup).toMatch(new RegExp(`value="${key}"[^>]*> [^<]* \\(${wanted.length}\\)`));
      expect(markup).toMatch(new RegExp(`data-count="${key}">${wanted.length} rows? of ${rows.length} `));
      expect(style).toContain(`:has(:global([value='${key}']:checked)) :global(tr:not([data-to~='${key}'])[data-to])`);
      expect(style).toContain(`:has(:global([value='${key}']:checked)) :global([data-count='${key}'])`);
    }
  });
});

describe('who welcomed and who criticised', () => {
  it('counts people and bodies, not sentences', () => {
    const small = 'none one two three four five six seven eight nine'.split(' ');
    const voices = (is: (row: Row) => boolean) =>
      new Set(
        seeds('positions')
          .filter(is)
          .map(({ who, organisation }) => `${who} of ${organisation}`)
      ).size;
    const ofReport = (stance: string) => voices((row) => row.about === 'report' && row.stance === stance);
    expect(facts.welcomed).toBe(ofReport('welcomed'));
    expect(facts.mixed).toBe(small[ofReport('mixed')]);
    expect(facts.criticised).toBe(small[ofReport('criticised')]);
    expect(facts.other).toBe(small[voices((row) => row.about !== 'report')]);
    for (const { position } of seeds('positions'))
      expect(textOf(under('Who welcomed the report, and who criticised it'))).toContain(position!.replaceAll("'", '’'));
  });
});

describe('Telford and Wrekin', () => {
  const series = (year: string) => lookedAfter(year, '894');
  const stated = Object.fromEntries(seeds('figures').map(({ id, value }) => [id, Number(value)]));
  const [autumn, spring] = [
    stated['telford-wrekin-looked-after-november-2008']!,
    stated['telford-wrekin-looked-after-may-2009']!
  ];

  it('has its report beside its own series, in sentences that say where each count lies', () => {
    expect([autumn, spring, series('2008'), series('2009'), series('2010')]).toEqual([232, 257, 235, 250, 270]);
    const said = telford.said.join(' ');
    for (const part of [
      `${autumn} children looked after by Telford and Wrekin in mid-November 2008`,
      `At the end of May 2009 it counts ${spring}: ${spring - autumn} more, or ${((spring / autumn - 1) * 100).toFixed(1)}%`,
      `${series('2008')} children looked after in 2008, ${series('2009')} in 2009 and ${series('2010')} in 2010`,
      `lower than that of March 2008 by ${series('2008') - autumn}, a little more than rounding explains`,
      `from ${series('2006')} on 31 March 2006 to ${series('2008')} on 31 March 2008`,
      `increase of ${stated['telford-wrekin-looked-after-increase']}% since 2005`,
      `rose by ${((series('2009') / series('2006') - 1) * 100).toFixed(1)}%`
    ])
      expect(said).toContain(part);
    expect(cells({ file: 'children_looked_after', column: 'looked_after_31_march' }, '894')[0]!.period).toBe('2006');
    expect(
      roundedTo({ file: 'children_looked_after', column: 'looked_after_31_march' }, 'Local authority', '2008')
    ).toBe(5);
  });

  it('draws the two counts hollow and in no line', () => {
    for (const drawing of Object.values(telford.drawn)) {
      const [whole, marks] = /<g [^>]*class="dated"[^>]*>(.*?)<\/g>/.exec(drawing)!;
      expect(marks!.match(/<path/g)).toHaveLength(2);
      expect(whole).toMatch(/^<g [^>]*fill="var\(--surface\)"/);
      expect(drawing.match(/class="line/g)).toHaveLength(1);
    }
    const text = textOf(telford.table);
    expect(text).toMatch(/31 March 2008 235 between 233 and 237 .* Mid-November 2008 232 .* 31 March 2009 250/);
    expect(text).toMatch(/End of May 2009 257 the council’s report 31 March 2010 270/);
  });
});
