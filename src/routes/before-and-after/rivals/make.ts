import { escapeMarkup as escape } from '$lib/domain';
import type { MadePart } from '../shelf';
import { rivalFacts } from './facts';
import { rivals, wouldChange, type Rival } from './rivals';

const rivalMarkup = ({ key, name, when, direction, speaksFor, speaksAgainst }: Rival): string => {
  const rows = [
    ['When', when],
    ['Which way it would move the figures', direction],
    ['What speaks for it', speaksFor],
    ['What speaks against it', speaksAgainst]
  ] as const;
  const list = rows.map(([term, text]) => `<div><dt>${term}</dt><dd>${escape(text)}</dd></div>`).join('');
  return `<div class="rival"><h3 id="rival-${key}">${escape(name)}</h3><dl>${list}</dl></div>`;
};

/** What the section on rivals puts into the page's markup; it has no data besides. */
export const makeRivals = (): { data: undefined; made: MadePart } => {
  const facts = rivalFacts();
  return {
    data: undefined,
    made: {
      drawings: {},
      tables: {
        rivals: rivals(facts).map(rivalMarkup).join(''),
        wouldChange: `<ul>${wouldChange(facts)
          .map((text) => `<li>${escape(text)}</li>`)
          .join('')}</ul>`
      }
    }
  };
};
