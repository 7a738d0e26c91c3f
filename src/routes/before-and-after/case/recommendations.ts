import { capital } from '$lib/domain';
import { ADDRESSEES, type AddresseeKey } from '$lib/domain/addressees';
import { documentOf, seedRows, typeset } from './documents';

/** A recommendation, or a theme of the report, in our words. */
export interface Recommendation {
  id: string;
  text: string;
  theme: boolean;
  addressees: string[];
  groups: AddresseeKey[];
  /** What the Government answered; empty where the documents give no answer to it. */
  answer: string;
  sources: string[];
}

const groupsOf = (addressees: string[]): AddresseeKey[] => {
  if (!addressees.length) return ['unsaid'];
  const found = addressees.map((name) => {
    const group = ADDRESSEES.find(({ of }) => (of as readonly string[]).includes(name));
    if (!group) throw new Error(`recommendations: ${name}: expected an addressee of a known group`);
    return group.key;
  });
  return [...new Set(found)];
};

/** All recommendations and themes that the documents tell, in the order of the file. Throws on an addressee of no group. */
export const readRecommendations = (): Recommendation[] =>
  seedRows('recommendations').map(({ id, recommendation, addressed_to, government_answer, documents }) => {
    const addressees = addressed_to ? addressed_to.split('; ') : [];
    return {
      id: id!,
      text: recommendation!,
      theme: id!.startsWith('theme-'),
      addressees,
      groups: groupsOf(addressees),
      answer: government_answer!,
      sources: documents!.split(' ').map(documentOf)
    };
  });

const plural = (count: number): string => `${count} ${count === 1 ? 'row' : 'rows'}`;

const choiceMarkup = (key: string, label: string, count: number, checked: boolean): string =>
  `<label><input type="radio" name="addressed-to" value="${key}"${checked ? ' checked' : ''}> ${typeset(capital(label))} (${count})</label>`;

const rowMarkup = ({ text, addressees, groups, answer, sources }: Recommendation): string =>
  `<tr role="row" data-to="${groups.join(' ')}">` +
  `<th role="rowheader" scope="row">${typeset(text)}<span class="from">Source: ${typeset(sources.join('; '))}</span></th>` +
  `<td role="cell" data-head="Addressed to">${typeset(addressees.join('; ') || 'not said in the documents')}</td>` +
  `<td role="cell" data-head="The Government’s answer">${typeset(answer || 'none in the documents')}</td></tr>`;

/**
 * The recommendations as a table with a choice of whom they address. The choice is answered by the page's style alone, so
 * it works without JavaScript; the roles stand because narrow pages show the rows as blocks.
 */
export const recommendationsMarkup = (all: Recommendation[]): string => {
  const counted = ADDRESSEES.map(({ key, label }) => ({
    key,
    label,
    count: all.filter(({ groups }) => groups.includes(key)).length
  }));
  const choices = [
    choiceMarkup('all', 'all', all.length, true),
    ...counted.map(({ key, label, count }) => choiceMarkup(key, label, count, false))
  ].join('');
  const said = [
    `<span data-count="all">All ${all.length} rows are shown.</span>`,
    ...counted.map(
      ({ key, label, count }) =>
        `<span data-count="${key}">${plural(count)} of ${all.length} ${count === 1 ? 'is' : 'are'} shown: ${
          key === 'unsaid' ? 'addressee not said' : `addressed to ${typeset(label)}`
        }.</span>`
    )
  ].join('');
  const heads = ['What was recommended', 'Addressed to', 'The Government’s answer']
    .map((head) => `<th role="columnheader" scope="col">${head}</th>`)
    .join('');
  return (
    `<fieldset class="filter no-print"><legend>Addressed to</legend>${choices}</fieldset>` +
    `<p role="status" class="small">${said}</p>` +
    `<table role="table" aria-label="Recommendations of Lord Laming’s report, whom they address, and the Government’s answers, as told in five documents of 2009"><thead role="rowgroup"><tr role="row">${heads}</tr></thead>` +
    `<tbody role="rowgroup">${all.map(rowMarkup).join('')}</tbody></table>`
  );
};
