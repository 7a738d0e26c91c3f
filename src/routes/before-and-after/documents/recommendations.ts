import { ADDRESSEES, type AddresseeKey } from '#lib/domain/addressees.ts';
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
      text: typeset(recommendation!),
      theme: id!.startsWith('theme-'),
      addressees: addressees.map(typeset),
      groups: groupsOf(addressees),
      answer: typeset(government_answer!),
      sources: documents!.split(' ').map(documentOf)
    };
  });

/** A group of addressees that a reader can choose, with how many recommendations it has. */
export interface RecommendationChoice {
  key: string;
  label: string;
  count: number;
}

/** The groups that a reader can choose, with how many recommendations each has, all of them first. */
export const choicesOf = (all: Recommendation[]): RecommendationChoice[] => [
  { key: 'all', label: 'all', count: all.length },
  ...ADDRESSEES.map(({ key, label }) => ({
    key,
    label,
    count: all.filter(({ groups }) => groups.includes(key)).length
  }))
];
