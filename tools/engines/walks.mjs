import { parseHTML } from 'linkedom';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../run.mjs';
import { ENGLAND, latestOfCouncils, ratesOf, rowsOf } from './published.mjs';

// The pages that each engine opens, and what must be read there.

/** @typedef {import('./walk.mjs').Seen} Seen */

/**
 * @typedef {object} Walk
 * @property {string} page
 * @property {string} address from the site's root, without the slash at its start
 * @property {number} [patience] milliseconds until it must show what it should
 * @property {(seen: Seen) => string[]} check gives what is wrong
 */

/** The headline measures: file of data/, column of the rate. */
const HEADLINES = /** @type {const} */ ([
  ['children_looked_after', 'looked_after_31_march_rate'],
  ['child_protection_plans', 'on_plan_31_march_rate'],
  ['children_in_need', 'in_need_31_march_rate']
]);
const [LOOKED_AFTER] = HEADLINES;
const HARINGEY = '309';
const BIRMINGHAM = '330';

/** @type {Walk[]} */
export const walks = [
  {
    page: 'home',
    address: '',
    check: (seen) => [
      ...headlines(ENGLAND).flatMap((rate) => hasText(seen, `${rate} `)),
      ...hasDrawings(seen, 1),
      ...warnsOfNothing(seen)
    ]
  },
  {
    page: 'a trend with a choice',
    address: `trends/looked-after/?areas=${HARINGEY}`,
    check: (seen) => [
      ...hasColumn(seen, 'England', ratesOf(...LOOKED_AFTER, ENGLAND)),
      ...hasColumn(seen, 'Haringey', ratesOf(...LOOKED_AFTER, HARINGEY)),
      ...namesInDrawing(seen, ['England', 'Haringey']),
      ...warnsOfNothing(seen)
    ]
  },
  {
    page: 'map',
    address: 'trends/looked-after/map/',
    check: (seen) => [
      ...latestOfCouncils(...LOOKED_AFTER).flatMap(({ area, text }) => hasRow(seen, area, text)),
      ...namesInDrawing(seen, ['London', 'Hgy']),
      ...warnsOfNothing(seen)
    ]
  },
  {
    page: 'council',
    address: 'areas/haringey/',
    check: (seen) => [
      ...headlines(HARINGEY).flatMap((rate) => hasText(seen, `${rate} `)),
      ...namesInDrawing(seen, ['England', 'Haringey']),
      ...warnsOfNothing(seen)
    ]
  },
  {
    page: 'comparison',
    address: `compare/?areas=${HARINGEY},${BIRMINGHAM}`,
    check: (seen) => [
      ...headlines(HARINGEY).flatMap((rate) => hasRow(seen, 'Haringey', rate)),
      ...headlines(BIRMINGHAM).flatMap((rate) => hasRow(seen, 'Birmingham', rate)),
      ...hasDrawings(seen, 1),
      ...warnsOfNothing(seen)
    ]
  },
  {
    page: 'article',
    address: 'before-and-after/months/',
    check: (seen) => [
      ...keepsPrerendered(seen, 'before-and-after/months'),
      ...hasDrawings(seen, 3),
      ...warnsOfNothing(seen)
    ]
  },
  {
    page: 'explore',
    address: 'explore/',
    // The engine is 34 MB to compile, and WebKit on a busy computer takes minutes for it.
    patience: 300_000,
    check: (seen) => [
      ...hasText(seen, `${rowsOf(LOOKED_AFTER[0], ENGLAND).length} rows`),
      ...ratesOf(...LOOKED_AFTER, ENGLAND).flatMap(({ year, text }) => hasRow(seen, 'England', year, text)),
      ...namesInDrawing(seen, ['England']),
      ...warnsOfNothing(seen)
    ]
  }
];

/**
 * The latest figure of each headline measure for an area.
 * @param {string} area
 */
const headlines = (area) =>
  HEADLINES.map(([file, column]) => {
    const [latest] = ratesOf(file, column, area);
    if (!latest) throw new Error(`${file}.csv: expected a figure of ${area} in ${column}, found none`);
    return latest.text;
  });

/** @param {Seen} seen @param {string} words */
const hasText = ({ text }, words) => (text.includes(words) ? [] : [`expected "${words}" on the page, found none`]);

/** @param {Seen} seen @param {number} least */
const hasDrawings = ({ drawings }, least) => {
  const drawn = drawings.filter(({ marks }) => marks > 0).length;
  return drawn >= least ? [] : [`expected ${least} drawings in sight, found ${drawn}`];
};

/**
 * A drawing with these names on it; a name may go on with its figure: "Haringey 60.6".
 * @param {Seen} seen @param {string[]} names
 */
const namesInDrawing = ({ drawings }, names) =>
  drawings.some(({ words }) => names.every((name) => words.some((word) => word === name || isCell(word, name))))
    ? []
    : [`expected a drawing in sight that names ${names.join(', ')}, found ${drawings.length} that do not`];

/** @param {Seen} seen */
const warnsOfNothing = ({ alerts }) => alerts.map((alert) => `expected no warning, found "${alert}"`);

/**
 * A cell that holds a figure, alone or before a remark: "60.6 54.2 to 67.5".
 * @param {string | undefined} cell
 * @param {string} figure
 */
const isCell = (cell, figure) => cell === figure || (cell?.startsWith(`${figure} `) ?? false);

/**
 * A row of any table that starts with a name and holds these cells; a cell may go on with a remark.
 * @param {Seen} seen
 * @param {string} name
 * @param {string[]} cells
 */
const hasRow = ({ tables }, name, ...cells) =>
  tables
    .flat()
    .some(([first, ...rest]) => first === name && cells.every((cell) => rest.some((each) => isCell(each, cell))))
    ? []
    : [`expected a row of ${name} with ${cells.join(' and ')}, found none`];

/**
 * A table with a column of this name, in rates where it has numbers beside them, that holds every figure in the row of its year.
 * @param {Seen} seen
 * @param {string} name
 * @param {{ year: string, text: string }[]} figures
 */
const hasColumn = ({ tables }, name, figures) => {
  for (const [head = [], ...rows] of tables) {
    const column = head.findIndex((each) => each === name || each === `${name} per 10,000 children`);
    if (column < 0) continue;
    const found = new Map(rows.map((row) => [row[0], row[column]]));
    return figures
      .filter(({ year, text }) => !isCell(found.get(year), text))
      .map(({ year, text }) => `expected ${text} for ${name} in ${year}, found ${found.get(year) ?? 'no row'}`);
  }
  return [`expected a table with a column ${name}, found none`];
};

/**
 * The headings and the tables of the file that the host sent.
 * @param {Seen} seen
 * @param {string} folder
 */
const keepsPrerendered = ({ headings, tables }, folder) => {
  const { document } = parseHTML(readFileSync(join(root, 'build', folder, 'index.html'), 'utf8'));
  const textOf = (/** @type {Element} */ each) => {
    const texts = document.createTreeWalker(each, 4 /* text alone */);
    const found = [];
    while (texts.nextNode()) found.push(texts.currentNode.nodeValue?.replace(/\s+/g, ' ').trim());
    return found.filter(Boolean).join(' ');
  };
  const [title] = [...document.querySelectorAll('main h1')].map(textOf);
  const sections = [...document.querySelectorAll('main h2')].map(textOf);
  const rows = tables.flat().map((cells) => cells.join('|'));
  const prerendered = [...document.querySelectorAll('main table tr')].map((row) =>
    [...row.querySelectorAll('th, td')].map(textOf).join('|')
  );
  const lost = prerendered.filter((row) => !rows.includes(row));
  return [
    ...(title && headings.includes(title) ? [] : [`expected the heading "${title}", found none`]),
    ...sections.filter((each) => !headings.includes(each)).map((each) => `expected the section "${each}", found none`),
    ...(lost.length > 0
      ? [`expected the ${prerendered.length} rows sent, found ${lost.length} lost, as "${lost[0]}"`]
      : [])
  ];
};
