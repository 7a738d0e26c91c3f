import { inWords } from '../in-words';
import { lighten } from '../drawn';
import { seedRows } from './documents';
import { readPositions } from './positions';
import { printedFigures, printedSource } from './printed';
import { choicesOf, readRecommendations } from './recommendations';
import { loadTelford } from './telford';

const valueOf = (id: string): number => Number(seedRows('figures').find((row) => row.id === id)!.value);

const count = <T>(all: T[], is: (each: T) => boolean): number => all.filter(is).length;

/** The documents of 2009: the figures they print, what was recommended and answered, who said what, one council's report. */
export const loadSection = () => {
  const figures = printedFigures();
  const recommendations = readRecommendations();
  const positions = readPositions();
  const { drawing, ...telford } = loadTelford();
  const saying = (key: string) => positions.find((each) => each.key === key)!.positions.length;
  return {
    figures,
    source: printedSource(),
    recommendations,
    choices: choicesOf(recommendations),
    positions,
    telford: { ...telford, drawn: lighten({ telford: drawing }).telford },
    facts: {
      printed: inWords(figures.length),
      held: inWords(count(figures, ({ here }) => here !== undefined)),
      notHeld: inWords(count(figures, ({ here }) => here === undefined)),
      inAll: valueOf('laming-recommendations'),
      accepted: valueOf('laming-recommendations-accepted'),
      told: count(recommendations, ({ theme }) => !theme),
      themes: inWords(count(recommendations, ({ theme }) => theme)),
      rows: recommendations.length,
      answered: count(recommendations, ({ answer }) => answer !== ''),
      welcomed: saying('welcomed'),
      mixed: inWords(saying('mixed')),
      criticised: inWords(saying('criticised')),
      other: inWords(saying('other')),
      documents: inWords(seedRows('documents').length)
    }
  };
};

export type DocumentsData = ReturnType<typeof loadSection>;
